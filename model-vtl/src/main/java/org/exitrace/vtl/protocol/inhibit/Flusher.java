package org.exitrace.vtl.protocol.inhibit;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.section.ReadSection;

/** A vCPU that flushes the TLBs of all others by one hypercall. */
final class Flusher extends Region {

    final List<InhibitedVcpu> targets = new ArrayList<>();
    /** kvm->srcu, of which it is the only reader. */
    final ReadSection srcu;
    final FlushInhibit own;
    final FlagCell ended = cells().flag("ended");
    /** The target that it looks at. */
    private final CountCell next;

    Flusher(CellScope scope, int count) {
        super(scope);
        srcu = new ReadSection(scope.in("srcu"), 1);
        own = new FlushInhibit(scope, count, count, srcu);
        next = cells().count("next", count);
    }

    /** Flushes once; after a suspension all of it, or what is left. */
    static Routine<Flusher> routine(ProtocolRules rules) {
        InhibitSteps<Flusher> steps = new InhibitSteps<>(rules, it -> it.own);
        return Routine.named("flush", "docs/vtl.md d.8", code -> {
            code.forever(retry -> {
                retry.step("srcu_read_lock", it -> it.srcu.enter(0));
                retry.forever(each -> {
                    each.test("reads inhibit", it -> it.target().own.isInhibited(), Block::leave);
                    each.step("queues the flush", Flusher::flush);
                    each.when(Flusher::isThrough, Block::leave);
                });
                retry.when(Flusher::isThrough, Block::leave);
                steps.suspend(retry, it -> it.next.get(), it -> it.target().own);
                retry.given(rules.keep(ProtocolRule.RETRY_LOOKS_AT_ALL), all -> all
                        .local(it -> it.next.clear()));
                retry.step("srcu_read_unlock, -EBUSY", it -> {
                    it.srcu.leave(0);
                    it.own.sleeps();
                });
                retry.await("runs again", it -> !it.own.holds(), it ->
                        it.own.wakes()).mayRest();
            });
            code.step("srcu_read_unlock", it -> it.srcu.leave(0));
            code.local(it -> {
                it.next.clear();
                it.ended.raise();
            });
        });
    }

    private InhibitedVcpu target() {
        return targets.get(next.get());
    }

    private void flush() {
        if (target().own.isHeld()) {
            target().intruded.raise();
        }
        next.increment();
    }

    private boolean isThrough() {
        return next.is(targets.size());
    }
}
