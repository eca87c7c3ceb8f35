package org.exitrace.vtl.protocol.flushwake;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.stores.StoreBuffer;
import org.exitrace.vtl.protocol.stores.StoreSteps;

/** A processor that flushes once, and wakes its target only if that is in VTL 0. */
final class WakingFlusher extends Region {

    private final FlushTarget target;
    private final int index;
    private final StoreBuffer stores;
    private final StoreBuffer.Place askedStore;
    /** It has sent an IPI. */
    final FlagCell sent = ghost().flag("sent an IPI");

    WakingFlusher(CellScope scope, FlushTarget target, int index, StoreBuffer stores) {
        super(scope);
        this.target = target;
        this.index = index;
        this.stores = stores;
        askedStore = stores.place(value -> target.asked.add(index),
                () -> target.asked.has(index) ? 1 : 0);
    }

    static Routine<WakingFlusher> routine(Design design) {
        boolean fenced = ProtocolRules.of(design).keep(ProtocolRule.FLUSH_FENCED);
        StoreSteps<WakingFlusher> steps = StoreSteps.of(design, it -> it.stores);
        return Routine.named("flush", FlushTarget.SOURCE, code -> {
            steps.plain(code, "1 asks for the flush", it -> it.askedStore.store(1));
            code.given(fenced, fence -> steps.fence(fence, "1 fence"));
            code.test("2 is active_vtl VTL 0?", it -> it.target.active.isSet(), yes -> yes
                    .step("3 sends an IPI", it -> {
                        it.target.ipi.raise();
                        it.sent.raise();
                    })
                    .await("3 its target has been in VTL 2", it -> it.target.ipi.isClear()));
            code.step("4 returns", it -> it.target.returned.add(it.index));
        });
    }
}
