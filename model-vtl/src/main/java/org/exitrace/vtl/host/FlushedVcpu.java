package org.exitrace.vtl.host;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.state.Vtl;

/** Who runs VTLs of a virtual processor and has their translations. */
public interface FlushedVcpu {

    /** What steps call it. */
    String name();

    /** How it is asked to drop translations. */
    FlushRequest flush();

    /** The VTLs of which it may have translations. */
    List<Vtl> vtls();

    /** It drops what it was asked to; whether it was asked. */
    default boolean drops() {
        boolean asked = flush().asked.testAndClear();
        if (asked) {
            vtls().forEach(vtl -> vtl.view().flush());
        }
        return asked;
    }

    /** Whether a VTL below {@code vtl} executes with a translation that gives more than it has. */
    default boolean usesStale(int vtl) {
        for (Vtl each : vtls()) {
            if (each.number() < vtl && each.runs() && each.view().isStale()) {
                return true;
            }
        }
        return false;
    }

    /** Now nobody may use a translation any longer that gives a VTL below {@code vtl} more. */
    static <S> void judge(
            Block<S> code, CallSite<S> site, List<? extends FlushedVcpu> vcpus, int vtl) {
        code.local(thread -> {
            if (vcpus.stream().anyMatch(vcpu -> vcpu.usesStale(vtl))) {
                site.caller(thread).view().earlyFlush.raise();
            }
        });
    }
}
