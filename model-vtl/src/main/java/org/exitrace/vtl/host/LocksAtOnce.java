package org.exitrace.vtl.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.call.TlbLocks;
import org.exitrace.vtl.design.FlushCalls;
import org.exitrace.vtl.design.FlushInhibition;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.TlbLock;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * TLB locks under a lock of their own: who flushes looks at all of them and waits in one step, and
 * who unlocks lets those go on in the same step that wait. The flush comes behind the look, so that
 * both are in a read section, and who locks waits for those who may have looked before. That
 * section is d.8's; that A0 to A4 have it is our reading. Source: docs/vtl.md d.2, d.8.
 *
 * @param <S> the thread that answers
 */
final class LocksAtOnce<S> implements TlbLocks<S> {

    private final CallSite<S> site;
    private final int vtls;
    private final boolean waits;
    /** None where nobody locks, or nobody looks. */
    private final Optional<SrcuSection<S>> section;
    private final boolean isAwaited;

    LocksAtOnce(CallSite<S> site, HostSite place) {
        this.site = site;
        vtls = place.bounds().vtls();
        Design design = site.design();
        waits = design.get(FlushCalls.SWITCH).isWaiting();
        isAwaited = design.get(FlushInhibition.SWITCH).keeps(ProtocolRule.INHIBIT_SYNCS);
        section = waits && place.calls().features().contains(Feature.TLB_LOCKS)
                ? Optional.of(new SrcuSection<>(place.model(), names(), this::index))
                : Optional.empty();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Vp vp : site.guest().vps()) {
            vp.vtls().forEach(vtl -> names.add("flusher[" + index(vtl) + "]"));
        }
        return names;
    }

    private int index(Vtl vtl) {
        return vtl.vp().number() * vtls + vtl.number();
    }

    private int index(S thread) {
        return index(site.caller(thread));
    }

    @Override
    public void flush(Block<S> code, boolean flushes, Consumer<Block<S>> done) {
        section.ifPresent(own -> own.enter(code));
        code.test("is TlbLocked set for a virtual processor?",
                thread -> isHeldUp(site.caller(thread)),
                locked -> section.ifPresent(own -> own.leave(locked)), free -> {
                    free.given(flushes, whole -> site.flush(whole, vtls, (thread, reached) ->
                            site.caller(thread).view().lock().flushReaches(reached)));
                    section.ifPresent(own -> own.leave(free));
                    done.accept(free);
                });
    }

    private boolean isHeldUp(Vtl caller) {
        TlbLock own = caller.view().lock();
        for (Vp vp : site.guest().vps()) {
            if (waits && !vp.vtl(caller.number()).view().lock().lockedBy.isEmpty()) {
                own.waitsFor.become(vp.number());
                return true;
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
        }).costs(VtlCosts.ACCESS);
        code.given(locked && isAwaited, set -> section.ifPresent(own -> own.await(set)));
    }
}
