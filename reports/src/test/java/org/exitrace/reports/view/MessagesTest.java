package org.exitrace.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.reports.sample.Mailbox;
import org.exitrace.reports.sample.MailboxRuns;
import org.junit.jupiter.api.Test;

class MessagesTest {

    /** What one writes and the other reads. */
    private static final class Desk extends Region {
        final BitsCell tray = cells().bits("tray", 2).named("BILL", "CARD");
        final FlagCell light = cells().flag("light");
        final CountCell coins = cells().count("coins", 3);
        final MutexCell key = new MutexCell(cells(), "key");
        final ProgramCounter giver = new ProgramCounter(cells(), "giver");
        final ProgramCounter taker = new ProgramCounter(cells(), "taker");

        Desk(CellScope scope) {
            super(scope);
        }
    }

    @Test
    void aMemberOfASetReachesTheStepThatLooksForIt() {
        assertThat(arrows(
                gives -> gives.step("bill", d -> d.tray.add(0)).step("card", d -> d.tray.add(1)),
                takes -> takes.test("bill?", d -> d.tray.testAndClear(0), yes -> yes.pause("pay"))
                        .test("card?", d -> d.tray.testAndClear(1), yes -> yes.pause("read")),
                "giver g: bill", "giver g: card", "taker t: bill?", "taker t: pay",
                "taker t: card?"))
                .containsExactly(new Arrow(1, 3, "", List.of(new Message("desk.tray", "+ {BILL}"))),
                        new Arrow(2, 5, "", List.of(new Message("desk.tray", "+ {CARD}"))));
    }

    @Test
    void whatIsWrittenOverReachesNobody() {
        assertThat(arrows(
                gives -> gives.step("bill", d -> d.tray.add(0))
                        .step("only card", d -> d.tray.become(2)),
                takes -> takes.test("bill?", d -> d.tray.has(0), yes -> yes.pause("pay")),
                "giver g: bill", "giver g: only card", "taker t: bill?"))
                .containsExactly(
                        new Arrow(2, 3, "", List.of(new Message("desk.tray", "= {CARD}"))));
    }

    @Test
    void aWriteReachesTheFirstStepThatActsOnItAndNoLaterOne() {
        assertThat(arrows(gives -> gives.step("on", d -> d.light.raise()),
                takes -> takes.test("on?", d -> d.light.isSet(), yes -> yes.pause("look"))
                        .test("still on?", d -> d.light.isSet(), yes -> yes.pause("go")),
                "giver g: on", "taker t: on?", "taker t: look", "taker t: still on?"))
                .containsExactly(
                        new Arrow(1, 2, "", List.of(new Message("desk.light", "= 1"))));
    }

    @Test
    void whoAddsToACounterOrTakesAMutexHasBeenToldNothing() {
        assertThat(arrows(
                gives -> gives.lock("lock", d -> d.key).step("add", d -> d.coins.increment())
                        .unlock("unlock", d -> d.key),
                takes -> takes.pause("come").lock("lock", d -> d.key)
                        .step("add", d -> d.coins.increment()).unlock("unlock", d -> d.key),
                "giver g: lock", "giver g: add", "giver g: unlock", "taker t: come",
                "taker t: lock", "taker t: add")).isEmpty();
    }

    private static List<Arrow> arrows(
            Consumer<Block<Desk>> gives, Consumer<Block<Desk>> takes, String... steps) {
        ModelBuilder model = new ModelBuilder("desk", Design.usual(List.of()));
        Desk desk = new Desk(model.region("desk"));
        model.program(model.actor("giver"), desk, desk.giver, Routine.named("g", "", gives));
        model.program(model.actor("taker"), desk, desk.taker, Routine.named("t", "", takes));
        return TraceView.replay(model.build(), List.of(steps),
                MailboxRuns.heading(Mailbox.usual(), ""), List.of()).arrows();
    }
}
