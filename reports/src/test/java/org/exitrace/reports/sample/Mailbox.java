package org.exitrace.reports.sample;

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
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;

/** A reader that looks for mail and then sleeps, and a writer that rings before it sleeps. */
public final class Mailbox {

    public static final Switch<Ring> RING = new Switch<>(
            "ring", "What does the writer do to wake the reader?", Ring.class, Ring.ONCE);

    private Mailbox() {
    }

    /** How the writer wakes the reader. */
    public enum Ring implements SwitchValue {
        ONCE("once", "The bell rings once and is heard only by a reader that sleeps."),
        LATCHED("latched", "The bell is remembered until a reader sleeps.");

        private final Text text;

        Ring(String label, String meaning) {
            text = new Text(label, meaning, "ours");
        }

        @Override
        public Text text() {
            return text;
        }
    }

    /** What the reader is at. */
    public enum Mood { AWAKE, DROWSY, ASLEEP }

    /** The shared box. */
    static final class Box extends Region {
        final CountCell letters = cells().count("letters", 3);
        final FlagCell bell = cells().flag("bell");
        final CountCell written = ghost().count("written", 3);

        Box(CellScope scope) {
            super(scope);
        }
    }

    /** Somebody's own cells. */
    static final class Person extends Region {
        final EnumCell<Mood> mood = cells().choice("mood", Mood.class);
        final ProgramCounter at = new ProgramCounter(cells(), "at");

        Person(CellScope scope) {
            super(scope);
        }
    }

    public static Design usual() {
        return Design.usual(List.of(RING));
    }

    /** A reader, a writer and a gardener who only takes time. */
    public static Model make(Design design) {
        ModelBuilder model = new ModelBuilder("mailbox", design);
        boolean latched = design.get(RING) == Ring.LATCHED;
        Actor writer = model.actor("writer");
        Actor reader = model.actor("reader");
        Actor garden = model.actor("garden");
        Box box = new Box(model.region("box"));
        Person post = new Person(model.region("writer"));
        Person home = new Person(model.region("reader"));
        Person yard = new Person(model.region("garden"));
        Routine<Person> write = Routine.named(
                "deliver", "postal rules, 2.1", text -> text
                .step("put a letter into the box", p -> {
                    box.letters.increment();
                    box.written.increment();
                })
                .step("ring", p -> ring(box, home, latched)));
        Routine<Person> read = Routine.named(
                "fetch", "house rules, 7", text -> text
                .test("is there mail?", p -> box.letters.is(0), none -> none
                        .step("grow drowsy", p -> p.mood.become(Mood.DROWSY))
                        .step("fall asleep", p -> p.mood.become(
                                latched && box.bell.isSet() ? Mood.AWAKE : Mood.ASLEEP))
                        .await("wake at the bell", p -> p.mood.is(Mood.AWAKE)))
                .await("take the letters", p -> !box.letters.is(0), p -> box.letters.clear()));
        Routine<Person> dig = Routine.named("dig", "", text -> text
                .pause("dig")
                .await("greet the reader once the box is empty again",
                        p -> box.letters.is(0) && box.written.is(1)).mayRest());
        model.program(writer, post, post.at, write);
        model.program(reader, home, home.at, read);
        model.program(garden, yard, yard.at, dig);
        model.atRest("mail-is-read", "no letter lies in the box while the reader sleeps",
                () -> box.letters.is(0) || !home.mood.is(Mood.ASLEEP))
                .because("nobody rings twice").from("house rules, 9");
        model.reachable("reader-sleeps", "the reader falls asleep",
                () -> home.mood.is(Mood.ASLEEP));
        return model.build();
    }

    private static void ring(Box box, Person home, boolean latched) {
        if (latched) {
            box.bell.raise();
        }
        if (home.mood.is(Mood.ASLEEP)) {
            home.mood.become(Mood.AWAKE);
        }
    }
}
