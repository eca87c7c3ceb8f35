package org.exitrace.engine.sample;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;

/**
 * Runners who count their errands and share one key, and a porter with two programs: of counters
 * and sets that take many values, so that no state is seen twice, in small steps that are.
 */
public final class Errands {

    private static final int ROUNDS = 5_000;
    private static final int NOTES = 700;
    private static final int MARKS = 12;
    private static final String ORIGIN = "made up";

    private Errands() {
    }

    /** With so many runners. */
    public static Model of(int runners) {
        ModelBuilder model = new ModelBuilder("errands", Design.usual(List.of()));
        Board board = new Board(model.region("board"));
        for (int i = 0; i < runners; i++) {
            Runner runner = new Runner(
                    model.region("runner[" + i + "]"), board, i % (MARKS - 1));
            model.program(model.actor("runner" + i), runner, runner.counter, ERRANDS);
        }
        Actor porter = model.actor("porter");
        Runner sweeper = new Runner(model.region("sweeper"), board, MARKS - 1);
        model.program(porter, sweeper, sweeper.counter, SWEEPS);
        Runner ringer = new Runner(model.region("ringer"), board, MARKS - 1);
        model.program(porter, ringer, ringer.counter, RINGS);
        model.never("full", "the board is full", () -> board.marks.get() == (1 << MARKS) - 1);
        model.never("odd", "a bell rings over a taken key",
                () -> board.bell.isSet() && board.key.isSet() && board.notes.is(NOTES - 1));
        model.reachable("noted", "half of all notes are there", () -> board.notes.is(NOTES / 2));
        return model.build();
    }

    /** Most times vary; what is done with the key takes none. */
    public static TimingProfile profile() {
        return TimingProfile.named("errands")
                .with("rest", Duration.uniform(3, 90), ORIGIN)
                .with("walk", Duration.exponential(40), ORIGIN)
                .with("late", Duration.uniform(0, 30), ORIGIN);
    }

    private static final Routine<Runner> ERRANDS = Routine.named("run", "ours",
            code -> code.repeat(ROUNDS, me -> me.rounds, body -> body.either("what is next",
                    next -> next
                            .always("rests", null, then -> { }).costs("rest")
                            .always("marks the board", me -> me.board.marks.add(me.number),
                                    then -> { }).costs("walk").after("late")
                            .when("wipes the board", me -> me.board.marks.has(me.number),
                                    me -> me.board.marks.become(me.board.marks.get() >> 1),
                                    then -> { }).costs("walk").after("rest")
                            .when("takes the key", me -> me.board.key.isClear(),
                                    me -> me.board.key.raise(),
                                    then -> then.step("notes it", Runner::note).costs("walk")
                                            .step("gives it back", me -> me.board.key.clear()))
                            .after("walk"))));

    private static final Routine<Runner> SWEEPS = Routine.named("sweep", "ours",
            code -> code.forever(body -> body
                    .await("sees the bell", me -> me.board.bell.isSet(),
                            me -> me.board.bell.clear()).costs("walk")
                    .step("sweeps", me -> me.rounds.become(me.rounds.get() * 3 % ROUNDS + 1))
                    .costs("rest").after("late")));

    private static final Routine<Runner> RINGS = Routine.named("ring", "ours",
            code -> code.forever(body -> body
                    .pause("waits").costs("rest").after("walk")
                    .step("rings", me -> me.board.bell.raise()).costs("walk")));

    private static final class Board extends Region {
        final FlagCell key = cells().flag("key");
        final FlagCell bell = cells().flag("bell");
        final CountCell notes = cells().count("notes", NOTES);
        final BitsCell marks = cells().bits("marks", MARKS);

        Board(CellScope scope) {
            super(scope);
        }
    }

    private static final class Runner extends Region {
        final ProgramCounter counter = new ProgramCounter(cells(), "counter");
        final CountCell rounds = cells().count("rounds", ROUNDS);
        final CountCell stretch = cells().count("stretch", 2 * NOTES);
        final Board board;
        final int number;

        Runner(CellScope scope, Board board, int number) {
            super(scope);
            this.board = board;
            this.number = number;
        }

        /** Two counts at once: of all, and of its own since it was last on top. */
        void note() {
            if (board.notes.is(NOTES)) {
                board.notes.clear();
                stretch.clear();
            }
            board.notes.increment();
            stretch.increment();
            stretch.increment();
            if (stretch.is(NOTES)) {
                stretch.decrement();
                stretch.become(number);
            }
        }
    }
}
