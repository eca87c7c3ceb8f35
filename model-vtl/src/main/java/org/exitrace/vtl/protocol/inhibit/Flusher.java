package org.exitrace.vtl.protocol.inhibit;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.section.ReadSection;

/** A vCPU that flushes the TLBs of all others by one hypercall. */
final class Flusher extends Region {

    final List<InhibitedVcpu> targets = new ArrayList<>();
    /** waiting_on: for whose release it waits. */
    final IndexCell waitingOn;
    /** It is not run. */
    final FlagCell suspended = cells().flag("suspended");
    /** It has left the hypercall, which will be made again. */
    final FlagCell asleep = ghost().flag("asleep");
    /** kvm->srcu, of which it is the only reader. */
    final ReadSection srcu;
    final FlagCell ended = cells().flag("ended");
    /** The target that it looks at. */
    private final CountCell next;

    Flusher(CellScope scope, int count) {
        super(scope);
        waitingOn = cells().index("waiting_on", count);
        srcu = new ReadSection(scope.in("srcu"), 1);
        next = cells().count("next", count);
    }

    /** Flushes once; after a suspension all of it, or what is left. */
    static Routine<Flusher> routine(ProtocolRules rules) {
        return Routine.named("flush", "docs/vtl.md d.8", code -> {
            code.forever(retry -> {
                retry.step("srcu_read_lock", it -> it.srcu.enter(0));
                retry.forever(each -> {
                    each.test("reads inhibit", it -> it.target().inhibit.isSet(), Block::leave);
                    each.step("queues the flush", Flusher::flush);
                    each.when(Flusher::isThrough, Block::leave);
                });
                retry.when(Flusher::isThrough, Block::leave);
                retry.step("waiting_on = the target", it -> it.waitingOn.become(it.next.get()));
                retry.step("suspended = 1", it -> it.suspended.raise());
                retry.given(rules.keep(ProtocolRule.SUSPENDED_LOOKS_AGAIN), again -> again
                        .test("reads inhibit again", it -> it.target().inhibit.isSet(), set -> { },
                                clear -> clear
                                        .step("suspended = 0", it -> it.suspended.clear())
                                        .step("waiting_on = -1", it -> it.waitingOn.clear())));
                retry.given(rules.keep(ProtocolRule.RETRY_LOOKS_AT_ALL), all -> all
                        .local(it -> it.next.clear()));
                retry.step("srcu_read_unlock, -EBUSY", it -> {
                    it.srcu.leave(0);
                    it.asleep.raise();
                });
                retry.await("runs again", it -> it.suspended.isClear(), it ->
                        it.asleep.clear()).mayRest();
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
        if (target().held.isSet()) {
            target().intruded.raise();
        }
        next.increment();
    }

    private boolean isThrough() {
        return next.is(targets.size());
    }
}
