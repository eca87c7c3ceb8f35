package org.exitrace.testkit;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** Guests before a door: each looks whether it is free and goes in, in one step or in two. */
final class Rooms {

    /** Whether looking and going in is one step. */
    enum Entry implements SwitchValue {
        TWO_STEPS("two-steps"), ONE_STEP("one-step");

        private final String label;

        Entry(String label) {
            this.label = label;
        }

        @Override
        public Text text() {
            return new Text(label, "looks and goes in, in " + label, "ours");
        }
    }

    static final Switch<Entry> ENTRY =
            new Switch<>("entry", "How does one enter?", Entry.class, Entry.TWO_STEPS);

    static final Design BROKEN = Design.usual(List.of(ENTRY));
    static final Design REPAIRED = BROKEN.with("entry", "one-step");

    private Rooms() {
    }

    static Model with(int guests, Design design) {
        ModelBuilder model = new ModelBuilder("rooms", design);
        Room room = new Room(model.region("room"));
        boolean atOnce = design.get(ENTRY) == Entry.ONE_STEP;
        for (int i = 0; i < guests; i++) {
            Guest guest = new Guest(model.region("guest[" + i + "]"), room);
            room.first = i == 0 ? guest : room.first;
            model.program(model.actor("guest" + i), guest, guest.counter, visit(atOnce));
        }
        model.never("crowded", "two are inside", () -> room.inside.get() > 1)
                .because("there is one chair");
        model.never("packed", "three are inside", () -> room.inside.get() > 2);
        model.always("door", "a guest inside keeps the door shut",
                () -> room.inside.is(0) || room.taken.isSet());
        model.reachable("visited", "somebody is inside", () -> room.inside.is(1));
        model.reachable("overrun", "five are inside", () -> room.inside.is(5));
        ProgramCounter first = room.first.counter;
        model.eventually("served", "the first guest gets in too",
                () -> room.inside.is(1), () -> first.isAt("visit: comes out"));
        return model.build();
    }

    private static Routine<Guest> visit(boolean atOnce) {
        return Routine.named("visit", "ours", code -> code.forever(body -> {
            if (atOnce) {
                body.await("goes in", me -> me.room.taken.isClear(), Guest::enter);
            } else {
                body.await("looks", me -> me.room.taken.isClear()).step("goes in", Guest::enter);
            }
            body.step("comes out", me -> {
                me.room.inside.decrement();
                me.room.taken.become(me.room.inside.get() > 0);
            });
        }));
    }

    /** What the guests share. */
    static final class Room extends Region {
        final FlagCell taken = cells().flag("taken");
        final CountCell inside = cells().count("inside", 9);
        Guest first;

        Room(CellScope scope) {
            super(scope);
        }
    }

    private static final class Guest extends Region {
        final Room room;
        final ProgramCounter counter = new ProgramCounter(cells(), "counter");

        Guest(CellScope scope, Room room) {
            super(scope);
            this.room = room;
        }

        void enter() {
            room.taken.raise();
            room.inside.increment();
        }
    }
}
