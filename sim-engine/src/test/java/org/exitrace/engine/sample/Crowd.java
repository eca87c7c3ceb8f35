package org.exitrace.engine.sample;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** Several guests before one door: each looks whether it is free and then goes in, for ever. */
public final class Crowd {

    private Crowd() {
    }

    /** So many guests. */
    public static Model of(int guests) {
        ModelBuilder model = new ModelBuilder("crowd", Design.usual(List.of()));
        Room room = new Room(model.region("room"), guests);
        for (int i = 0; i < guests; i++) {
            Guest guest = new Guest(model.region("guest[" + i + "]"), room);
            model.program(model.actor("guest" + i), guest, guest.counter, VISITS);
            room.guests.add(guest);
        }
        model.never("crowded", "two are inside", () -> room.inside.get() > 1);
        model.always("steady", "the door knows who is inside",
                () -> room.inside.get() <= guests);
        return model.build();
    }

    private static final Routine<Guest> VISITS = Routine.named("visit", "ours",
            code -> code.forever(body -> body
                    .pause("strolls").costs("stroll")
                    .await("sees the door open", me -> me.room.taken.isClear()).costs("look")
                    .step("goes in", me -> {
                        me.room.taken.raise();
                        me.room.inside.increment();
                    }).costs("walk")
                    .step("comes out", me -> {
                        me.room.inside.decrement();
                        me.room.taken.become(!me.room.inside.is(0));
                    }).costs("walk")));

    private static final class Room extends Region {
        final FlagCell taken = cells().flag("taken");
        final CountCell inside;
        final List<Guest> guests = new ArrayList<>();

        Room(CellScope scope, int most) {
            super(scope);
            inside = cells().count("inside", most);
        }
    }

    private static final class Guest extends Region {
        final Room room;
        final ProgramCounter counter = new ProgramCounter(cells(), "counter");

        Guest(CellScope scope, Room room) {
            super(scope);
            this.room = room;
        }
    }
}
