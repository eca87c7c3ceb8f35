package org.exitrace.examples.ticketlock;

import static org.exitrace.testkit.ExitraceAssertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.state.CountCell;
import org.exitrace.testkit.ExitraceArbitraries;
import org.exitrace.testkit.Playout;
import org.junit.jupiter.api.Test;

class TicketLockTest {

    private static final Design USUAL = Design.usual(List.of(TicketDraw.SWITCH));

    @Test
    void anAtomicTicketLetsOneThreadInAtATime() {
        assertThat(() -> TicketLock.model(4, USUAL))
                .isExhaustivelyFreeOf("two-inside").isExhaustivelyFreeOf("deadlock")
                .reaches("all-served");
    }

    @Test
    void aTicketDrawnInTwoStepsLetsTwoThreadsIn() {
        assertThat(() -> TicketLock.model(2, USUAL.with("ticket-draw", "split")))
                .breaks("two-inside");
    }

    @Test
    void noNumberIsServedThatNobodyDrew() {
        assertThat(() -> TicketLock.model(4, USUAL))
                .never("more numbers were served than drawn", model ->
                        model.layout().cell("lock.serving", CountCell.class).get()
                                > model.layout().cell("lock.next", CountCell.class).get());
    }

    @Property(tries = 100)
    void noDrawnScheduleOfEightThreadsLetsTwoIn(@ForAll("schedules") Playout run) {
        assertThat(run).isClean();
    }

    @Provide
    Arbitrary<Playout> schedules() {
        return ExitraceArbitraries.schedules(() -> TicketLock.model(8, USUAL), 100);
    }
}
