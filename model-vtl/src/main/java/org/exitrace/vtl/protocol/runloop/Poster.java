package org.exitrace.vtl.protocol.runloop;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** Another processor or task that has work for the loop, and may wait until VTL 0 has left. */
final class Poster extends Region {

    private static final String SOURCE = "docs/vtl.md f.1";

    private final RunLoop loop;
    private final int index;
    /** The flush returned too early. */
    final FlagCell early = ghost().flag("returned early");

    Poster(CellScope scope, RunLoop loop, int index) {
        super(scope);
        this.loop = loop;
        this.index = index;
    }

    static Routine<Poster> routine(ProtocolRules rules) {
        return Routine.named("post", SOURCE, code -> {
            boolean first = rules.keep(ProtocolRule.POSTED_BEFORE_CANCEL);
            code.given(first, Poster::post);
            if (rules.keep(ProtocolRule.POSTER_CANCELS)) {
                Cancel.send(code, it -> it.loop.cancel, it -> it.loop.interrupt());
            } else {
                code.pause("wakes the thread, which does not sleep");
            }
            code.given(!first, Poster::post);
            boolean moment = !rules.keep(ProtocolRule.DONE_AWAITED);
            code.given(rules.keep(ProtocolRule.FLUSH_WAITS), waits -> waits
                    .await("waits for its target", it -> it.isDone()
                            || moment && it.loop.lowerRuns.isClear()).mayRest());
            code.step("returns", it -> it.early.become(
                    it.loop.lowerRuns.isSet() && !it.isDone()));
        });
    }

    private static void post(Block<Poster> code) {
        code.step("posts work", it -> it.loop.work.add(it.index));
    }

    private boolean isDone() {
        return !loop.work.has(index);
    }
}
