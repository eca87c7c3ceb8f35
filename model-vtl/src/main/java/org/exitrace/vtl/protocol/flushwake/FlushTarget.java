package org.exitrace.vtl.protocol.flushwake;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.stores.StoreBuffer;
import org.exitrace.vtl.protocol.stores.StoreSteps;

/** A processor that enters VTL 0 again and again, and drops before that what it is asked to. */
final class FlushTarget extends Region {

    static final String SOURCE = "docs/vtl.md f.8";

    /** Stores of it that can wait: that it enters VTL 0, and that it has left. */
    static final int STORES = 2;

    /** active_vtl is VTL 0: it is there, or on its way. */
    final FlagCell active = cells().flag("active in VTL 0");
    /** Whose flushes were asked for. */
    final BitsCell asked;
    /** Whose flushes it has carried out. */
    final BitsCell flushed;
    /** An IPI is pending for VTL 2. */
    final FlagCell ipi = cells().flag("ipi");
    /** VTL 0 executes instructions; with an IPI pending from the start it executes none. */
    final FlagCell runs = cells().flag("VTL 0 runs");
    /** Whose flushes have returned. */
    final BitsCell returned;
    private final StoreBuffer stores;
    private final StoreBuffer.Place activeStore;

    FlushTarget(CellScope scope, int flushers, StoreBuffer stores) {
        super(scope);
        this.stores = stores;
        asked = cells().bits("asked", flushers);
        flushed = cells().bits("flushed", flushers);
        returned = ghost().bits("returned", flushers);
        activeStore = stores.place(
                value -> active.become(value == 1), () -> active.isSet() ? 1 : 0);
    }

    static Routine<FlushTarget> routine(Design design) {
        ProtocolRules rules = ProtocolRules.of(design);
        StoreSteps<FlushTarget> steps = StoreSteps.of(design, it -> it.stores);
        return Routine.named("run VTL 0", SOURCE, code -> code.forever(loop -> {
            steps.plain(loop, "a active_vtl = VTL 0", it -> it.activeStore.store(1));
            loop.given(rules.keep(ProtocolRule.ENTRY_FENCED),
                    fenced -> steps.fence(fenced, "a fence"));
            loop.step("b looks for flushes, drops translations", it ->
                    it.flushed.become(it.asked.get()));
            loop.step("c enters VTL 0", it -> it.runs.become(it.ipi.isClear()));
            loop.await("d an IPI enters VTL 2", it -> it.ipi.isSet(), it -> {
                it.ipi.clear();
                it.runs.clear();
            }).mayRest();
            steps.plain(loop, "d active_vtl = VTL 2", it -> it.activeStore.store(0));
        }));
    }

    /** It executes with a translation whose flush has returned. */
    boolean isStale() {
        return runs.isSet() && (returned.get() & ~flushed.get()) != 0;
    }
}
