package org.exitrace.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.exitrace.engine.model.ModelFactory;
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
    void aPropertyThatIsNotThereOrOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).holds("loud"))
                .hasMessageContaining("the model has no property 'loud'; it has [crowded, door,");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).never("door"))
                .hasMessageContaining("of kind always, not never; assert holds(\"door\")");
        assertThatThrownBy(() -> ExitraceAssertions.assertThat(BROKEN).reaches("door"))
                .hasMessageContaining("of kind always, not reachable");
    }
}
