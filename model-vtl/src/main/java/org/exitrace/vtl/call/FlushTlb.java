package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.FlushCalls;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.TlbLock;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallFlushVirtualAddressSpace or, for one address, -List of all virtual processors. One whose
 * translations are locked lets the caller wait with RIP on its call: looking and waiting is one
 * step, under the lock's own lock. An address that is not canonical has no translation.
 *
 * @param canonical whether no address is named, or one that is canonical
 */
public record FlushTlb(boolean canonical) implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean waits = site.design().get(FlushCalls.SWITCH) == FlushCalls.WAIT;
        boolean any = site.design().get(HypervisorBug.SWITCH) == HypervisorBug.FLUSHES_ANY_ADDRESS;
        int vtls = site.guest().vps().get(0).vtls().size();
        code.test("is TlbLocked set for a virtual processor?",
                thread -> isHeldUp(site.caller(thread), site.guest(), waits), locked -> { },
                free -> free
                        .given(canonical, whole -> site.flush(whole, vtls))
                        .given(!canonical && any, fault -> fault.step("INVVPID faults",
                                thread -> site.guest().note(Breach.HOST_FAULT)))
                        .local(thread -> site.status(thread, HvStatus.SUCCESS)));
    }

    private static boolean isHeldUp(Vtl caller, Guest guest, boolean waits) {
        TlbLock own = caller.view().lock();
        for (Vp vp : guest.vps()) {
            if (!vp.vtl(caller.number()).view().lock().lockedBy.isEmpty()) {
                if (waits) {
                    own.waitsFor.become(vp.number());
                } else {
                    own.ignored.raise();
                }
                return waits;
            }
        }
        return false;
    }
}
