package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallFlushVirtualAddressSpace or, for one address, -List of all virtual processors. One whose
 * translations are locked lets the caller wait, as the host's {@link TlbLocks} have it. An address
 * that is not canonical has no translation.
 *
 * @param canonical whether no address is named, or one that is canonical
 */
public record FlushTlb(boolean canonical) implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean any = site.design().get(HypervisorBug.SWITCH) == HypervisorBug.FLUSHES_ANY_ADDRESS;
        site.locks().flush(code, canonical, done -> done
                .given(!canonical && any, fault -> fault.step("INVVPID faults",
                        thread -> site.guest().note(Breach.HOST_FAULT)))
                .local(thread -> site.status(thread, HvStatus.SUCCESS)));
    }

    @Override
    public void isOver(Vtl caller) {
        caller.view().lock().flushIsOver();
    }
}
