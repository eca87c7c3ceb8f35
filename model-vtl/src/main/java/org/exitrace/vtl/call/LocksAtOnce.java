package org.exitrace.vtl.call;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.FlushCalls;
import org.exitrace.vtl.state.TlbLock;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;

/**
 * TLB locks under a lock of their own: who flushes looks at all of them and waits in one step, and
 * who unlocks lets those go on in the same step that wait.
 *
 * @param site where calls are answered
 * @param <S> the thread that answers
 */
record LocksAtOnce<S>(CallSite<S> site) implements TlbLocks<S> {

    @Override
    public void flush(Block<S> code, boolean flushes, Consumer<Block<S>> done) {
        boolean waits = site.design().get(FlushCalls.SWITCH) == FlushCalls.WAIT;
        int vtls = site.guest().vps().get(0).vtls().size();
        code.test("is TlbLocked set for a virtual processor?",
                thread -> isHeldUp(site.caller(thread), waits), locked -> { },
                free -> done.accept(free.given(flushes, whole -> site.flush(whole, vtls))));
    }

    private boolean isHeldUp(Vtl caller, boolean waits) {
        TlbLock own = caller.view().lock();
        for (Vp vp : site.guest().vps()) {
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

    @Override
    public void write(Block<S> code, int vtl, boolean locked) {
        code.step("write TlbLocked of vtl" + vtl, thread -> {
            Vtl caller = site.caller(thread);
            TlbLock lock = caller.vp().vtl(vtl).view().lock();
            if (locked) {
                lock.lockedBy.add(caller.number());
            } else {
                site.guest().memory.unlock(lock, caller);
            }
        });
    }
}
