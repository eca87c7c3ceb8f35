package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.step.Actor;

/**
 * Lamport's two-phase commit (TLA+ Examples, transaction_commit/TwoPhase.tla), action by action:
 * messages stay in the set for ever and may be received again, which then changes nothing.
 */
final class TwoPhaseCommit {

    enum Stand { WORKING, PREPARED, COMMITTED, ABORTED }

    private TwoPhaseCommit() {
    }

    static Model of(int managers) {
        ModelBuilder model = new ModelBuilder("two-phase commit", Design.usual(List.of()));
        Coordinator tm = new Coordinator(model.region("tm"), managers);
        List<Manager> rms = new ArrayList<>();
        for (int i = 0; i < managers; i++) {
            rms.add(new Manager(model.region("rm[" + i + "]"), i, tm));
        }
        Actor coordinator = model.actor("tm");
        model.on(coordinator, tm)
                .step("commits").when(t -> t.stand.is(Stand.WORKING)
                        && t.prepared.get() == (1L << managers) - 1)
                .then(t -> t.decide(Stand.COMMITTED, t.commitSent))
                .step("aborts").when(t -> t.stand.is(Stand.WORKING))
                .then(t -> t.decide(Stand.ABORTED, t.abortSent));
        for (Manager rm : rms) {
            model.on(coordinator, rm)
                    .step("learns that rm" + rm.index + " is prepared")
                    .when(r -> tm.stand.is(Stand.WORKING) && tm.preparedSent.has(r.index))
                    .then(r -> tm.prepared.add(r.index));
            declare(model, rm);
        }
        model.never("consistent", "one manager commits and another aborts", () ->
                rms.stream().anyMatch(rm -> rm.stand.is(Stand.COMMITTED))
                        && rms.stream().anyMatch(rm -> rm.stand.is(Stand.ABORTED)));
        model.reachable("commits", "all commit", () ->
                rms.stream().allMatch(rm -> rm.stand.is(Stand.COMMITTED)));
        return model.build();
    }

    private static void declare(ModelBuilder model, Manager manager) {
        model.on(model.actor("rm" + manager.index), manager)
                .step("prepares").when(rm -> rm.stand.is(Stand.WORKING)).then(rm -> {
                    rm.stand.become(Stand.PREPARED);
                    rm.tm.preparedSent.add(rm.index);
                })
                .step("chooses to abort").when(rm -> rm.stand.is(Stand.WORKING))
                .then(rm -> rm.stand.become(Stand.ABORTED))
                .step("is told to commit").when(rm -> rm.tm.commitSent.isSet())
                .then(rm -> rm.stand.become(Stand.COMMITTED))
                .step("is told to abort").when(rm -> rm.tm.abortSent.isSet())
                .then(rm -> rm.stand.become(Stand.ABORTED));
    }

    private static final class Coordinator {
        final EnumCell<Stand> stand;
        final BitsCell prepared;
        final BitsCell preparedSent;
        final FlagCell commitSent;
        final FlagCell abortSent;

        Coordinator(CellScope scope, int managers) {
            stand = scope.choice("stand", Stand.class);
            prepared = scope.bits("prepared", managers);
            preparedSent = scope.bits("prepared_sent", managers);
            commitSent = scope.flag("commit_sent");
            abortSent = scope.flag("abort_sent");
        }

        void decide(Stand decision, FlagCell message) {
            stand.become(decision);
            message.raise();
        }
    }

    private static final class Manager {
        final int index;
        final Coordinator tm;
        final EnumCell<Stand> stand;

        Manager(CellScope scope, int index, Coordinator tm) {
            this.index = index;
            this.tm = tm;
            stand = scope.choice("stand", Stand.class);
        }
    }
}
