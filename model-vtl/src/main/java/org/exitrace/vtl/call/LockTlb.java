package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.TlbLock;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSetVpRegisters of VsmVpSecureConfigVtlN: TlbLocked of a lower VTL of the caller's own
 * virtual processor.
 *
 * @param vtl whose translations
 * @param locked whether flushes of them wait from now on
 */
public record LockTlb(int vtl, boolean locked) implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        site.unlessDenied(code, caller -> caller.number() > vtl, allowed -> allowed
                .step("write TlbLocked of vtl" + vtl, thread -> {
                    Vtl caller = site.caller(thread);
                    TlbLock lock = caller.vp().vtl(vtl).view().lock();
                    if (locked) {
                        lock.lockedBy.add(caller.number());
                    } else {
                        site.guest().memory.unlock(lock, caller);
                    }
                    site.status(thread, HvStatus.SUCCESS);
                }));
    }
}
