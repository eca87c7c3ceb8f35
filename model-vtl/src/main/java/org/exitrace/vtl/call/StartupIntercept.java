package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.state.Guarded;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;

/**
 * InterceptVpStartup: what starts a virtual processor is told to a higher VTL instead, which lets
 * the caller go on. Source: docs/vtl.md c.3 N9.
 */
final class StartupIntercept {

    private StartupIntercept() {
    }

    /** Whether VTLs of the machine may intercept. */
    static boolean isKnown(Guest guest) {
        return guest.vtl(0, 0).interception() != null;
    }

    /**
     * Whether a VTL above {@code from} wants to be told; then the lowest of those is. One that the
     * virtual processor does not have cannot be entered there, and is not told (reading).
     */
    static boolean takes(Vtl from, Guest guest) {
        for (int above = from.number() + 1; isKnown(guest)
                && above < from.vp().vtls().size(); above++) {
            if (from.vp().enabled.has(above)
                    && VsmPartitionConfig.INTERCEPT_VP_STARTUP.isSetIn(guest.config(above))) {
                from.interception().isIntercepted(from.vp().vtl(above), Guarded.STARTUP, 0);
                return true;
            }
        }
        return false;
    }

    /** The VTL that wanted to is entered. */
    static <S> void tell(Block<S> code, CallSite<S> site) {
        code.local(thread -> site.caller(thread).call.clear())
                .given(isKnown(site.guest()), to -> site.intercept(to,
                        thread -> above(site.caller(thread))));
    }

    private static Vtl above(Vtl caller) {
        return caller.vp().vtl(caller.interception().by.get());
    }
}
