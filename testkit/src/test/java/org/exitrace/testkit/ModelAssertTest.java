package org.exitrace.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.state.FlagCell;
import org.junit.jupiter.api.Test;

class ModelAssertTest {

    private static final ModelFactory BROKEN = () -> Rooms.with(3, Rooms.BROKEN);
    private static final ModelFactory REPAIRED = () -> Rooms.with(3, Rooms.REPAIRED);

    @Test
    void theRepairedRoomKeepsItsPromises() {
        ExitraceAssertions.assertThat(REPAIRED).never("crowded").holds("door")
                .isExhaustivelyFreeOf("crowded").isExhaustivelyFreeOf("deadlock")
                .reaches("visited");
    }

    @Test
    void aBrokenPromiseIsToldWithItsShortestScheduleAndALine() {
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).never("crowded"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(String.format("never: two are inside, because there is one"
                        + " chair%nis broken by these 4 steps:%n    1  guest1 visit: looks%n"))
                .hasMessageContaining("repeat them with Playout.of(model, \"xt1.rooms.");
    }

    @Test
    void whatTheSearchIsTooSmallForIsDrawn() {
        ExitraceAssertions.assertThat(BROKEN).withinStates(2).breaks("crowded").reaches("visited");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).withinStates(2)
                .holds("crowded")).hasMessageContaining("is broken by these 4 steps");
    }

    @Test
    void aPromiseThatIsNeverKeptIsToldWithItsCycle() {
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(() -> Rooms.with(2, Rooms.BROKEN))
                .holds("served")).hasMessageContaining("and then these, for ever:");
    }

    @Test
    void whatIsNotProvedIsNotFree() {
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(REPAIRED).withinStates(2)
                .withRuns(3).isExhaustivelyFreeOf("crowded"))
                .hasMessageContaining("is not proved: stopped by the bound on states");
    }

    @Test
    void whatDoesNotHappenIsTold() {
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(REPAIRED).breaks("crowded"))
                .hasMessageContaining("was to be broken and is not: exhaustive");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(REPAIRED).reaches("overrun"))
                .hasMessageContaining("was not reached: exhaustive");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(REPAIRED).withinStates(2)
                .withRuns(3).reaches("overrun")).hasMessageEndingWith("and then 3 drawn runs");
    }

    @Test
    void aConditionNeedNotBeDeclared() {
        ExitraceAssertions.assertThat(REPAIRED)
                .never("two are in the room", model -> inside(model) > 1)
                .always("who is inside has shut the door", model -> inside(model) == 0
                        || model.layout().cell("room.taken", FlagCell.class).isSet())
                .reachable("somebody is in the room", model -> inside(model) == 1);
    }

    @Test
    void aConditionThatFailsIsToldWithItsShortestScheduleAndALine() {
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN)
                .never("two are in the room", model -> inside(model) > 1))
                .hasMessageStartingWith(String.format("never: two are in the room%n"
                        + "is broken by these 4 steps:%n    1  guest1 visit: looks%n"))
                .hasMessageContaining("repeat them with Playout.of(model, \"xt1.rooms.");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN)
                .always("at most one is in the room", model -> inside(model) < 2))
                .hasMessageContaining("is broken by these 4 steps");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(REPAIRED)
                .reachable("two are in the room", model -> inside(model) == 2))
                .hasMessageStartingWith("reachable: two are in the room")
                .hasMessageContaining("was not reached: exhaustive");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(REPAIRED).withinStates(2)
                .withRuns(3).reachable("two are in the room", model -> inside(model) == 2))
                .hasMessageEndingWith("and then 3 drawn runs");
    }

    @Test
    void aConditionOnWhatIsNotThereDoesNotPass() {
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(REPAIRED).never("a cellar is dark",
                model -> model.layout().cell("cellar.lamp", FlagCell.class).isClear()))
                .hasMessageContaining("no cell is named 'cellar.lamp'; there are [room.taken,");
    }

    @Test
    void anEarlierBrokenPromiseHidesNoLaterOne() {
        for (long states : new long[] {2, 200_000}) {
            assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).withinStates(states)
                    .holds("packed")).hasMessageContaining("is broken by these 6 steps")
                    .satisfies(failure -> {
                        String line = failure.getMessage().replaceAll("(?s).*\"(.*)\".*", "$1");
                        Playout again = Playout.of(BROKEN, line);
                        ExitraceAssertions.assertThat(again).breaks("packed").breaks("crowded");
                    });
        }
    }

    @Test
    void whatIsNeverReachedDoesNotHold() {
        ExitraceAssertions.assertThat(REPAIRED).holds("visited");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(REPAIRED).holds("overrun"))
                .hasMessageContaining("was not reached: exhaustive");
    }

    private static int inside(Model model) {
        return model.layout().region(Rooms.Room.class).inside.get();
    }

    @Test
    void aPropertyThatIsNotThereOrOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).holds("loud"))
                .hasMessageContaining("the model has no property 'loud'; "
                        + "it has [crowded, packed, door,");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).never("door"))
                .hasMessageContaining("of kind always, not never; assert holds(\"door\")");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).reaches("door"))
                .hasMessageContaining("of kind always, not reachable");
    }
}
