package org.exitrace.vtl.protocol.reset;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** Whoever resets all processors, and the producer that is paused meanwhile. */
final class Partition extends Region {

    private static final String SOURCE = "docs/vtl.md f.5";

    final List<ResetVp> vps;
    private final FlagCell paused = cells().flag("paused").initially(true);
    /** Somebody gives work again. */
    final FlagCell resumed = cells().flag("resumed");
    /** The producer has given its work. */
    final FlagCell given = cells().flag("given");

    Partition(CellScope scope, List<ResetVp> vps) {
        super(scope);
        this.vps = vps;
    }

    /** Once, with the producer paused from the start. */
    static Routine<Partition> reset(ProtocolRules rules, int count) {
        return Routine.named("reset", SOURCE, code -> {
            for (int i = 0; i < count; i++) {
                int number = i;
                code.step("asks vp" + i, it -> it.vps.get(number).asked.raise());
            }
            code.given(rules.keep(ProtocolRule.RESUMED_LAST), kept -> waits(kept, count));
            code.step("lets the producer go on", it -> {
                it.paused.clear();
                it.resumed.raise();
            });
        });
    }

    private static void waits(Block<Partition> code, int count) {
        for (int i = 0; i < count; i++) {
            int number = i;
            code.await("vp" + i + " is through", it -> it.vps.get(number).through.isSet());
        }
    }

    /** A device of the next life: it has something for each processor. */
    static Routine<Partition> producer(int count) {
        return Routine.named("producer", SOURCE, code -> {
            code.await("goes on", it -> it.paused.isClear()).mayRest();
            for (int i = 0; i < count; i++) {
                int number = i;
                code.step("gives work to vp" + i, it -> it.vps.get(number).work.raise());
            }
            code.local(it -> it.given.raise());
        });
    }

    /** It has been let go on before each processor was through. */
    boolean isEarly() {
        return resumed.isSet() && vps.stream().anyMatch(vp -> vp.through.isClear());
    }

    /** Work of the next life was forgotten with that of the last. */
    boolean hasLost() {
        return given.isSet() && vps.stream().anyMatch(vp -> vp.work.isClear());
    }
}
