package org.exitrace.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundsTest {

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void stopsAtTheStatesItMayKnowAndSaysSo(SearchOrder order) {
        ExplorationResult result = new Exploration(TwoPhaseCommit.of(5)).order(order)
                .within(Bounds.usual().states(1000)).go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.STATE_LIMIT);
        assertThat(result.states()).isEqualTo(1000);
        assertThat(result.frontier()).isPositive();
        assertThat(result.isExhaustive()).isFalse();
        assertThat(result.verdict("consistent").outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(result.summary()).contains("stopped by the bound on states", "1,000");
    }

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void isExhaustiveWhenTheBoundIsExactlyTheModel(SearchOrder order) {
        ExplorationResult result = new Exploration(TwoPhaseCommit.of(3)).order(order)
                .within(Bounds.usual().states(288)).go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.EXHAUSTED);
    }

    @Test
    void seesAllUpToADepthAndNothingBelow() {
        List<Long> states = new ArrayList<>();
        for (int depth = 1; depth <= 12; depth++) {
            ExplorationResult result = new Exploration(TwoPhaseCommit.of(3))
                    .within(Bounds.usual().depth(depth)).go();
            states.add(result.states());
            assertThat(result.depth()).isEqualTo(Math.min(depth, 11));
            assertThat(result.end()).isEqualTo(
                    depth < 11 ? ExplorationEnd.DEPTH_LIMIT : ExplorationEnd.EXHAUSTED);
        }
        assertThat(states).isSorted().startsWith(1L).endsWith(288L, 288L);
        assertThat(states.get(1)).isEqualTo(1 + 7);
    }

    @Test
    void countsWhatABoundLeftOpen() {
        assertThat(leftOpen(SearchOrder.BREADTH_FIRST, Bounds.usual().depth(1))).isEqualTo(1);
        assertThat(leftOpen(SearchOrder.BREADTH_FIRST, Bounds.usual().depth(2))).isEqualTo(7);
        assertThat(leftOpen(SearchOrder.BREADTH_FIRST, Bounds.usual().states(3))).isEqualTo(3);
        assertThat(leftOpen(SearchOrder.BREADTH_FIRST, Bounds.usual().states(8))).isEqualTo(7);
        assertThat(leftOpen(SearchOrder.DEPTH_FIRST, Bounds.usual().depth(1))).isEqualTo(1);
        assertThat(leftOpen(SearchOrder.DEPTH_FIRST, Bounds.usual().depth(2))).isEqualTo(7);
        assertThat(leftOpen(SearchOrder.DEPTH_FIRST, Bounds.usual().states(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void saysHowMuchADepthLeftOpen(SearchOrder order) {
        ExplorationResult result = new Exploration(TwoPhaseCommit.of(3)).order(order)
                .within(Bounds.usual().depth(10)).go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.DEPTH_LIMIT);
        assertThat(result.frontier()).isBetween(1L, result.states());
        assertThat(result.summary()).endsWith(", " + result.leftOpen())
                .contains(order == SearchOrder.DEPTH_FIRST ? "at most " : ", ");
        assertThat(new Exploration(TwoPhaseCommit.of(3)).order(order).go().leftOpen()).isEmpty();
    }

    private static long leftOpen(SearchOrder order, Bounds bounds) {
        return new Exploration(TwoPhaseCommit.of(3)).order(order).within(bounds).go().frontier();
    }

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void staysWithinTheMemoryItMayTake(SearchOrder order) {
        long most = 2_000_000;

        ExplorationResult result = new Exploration(TwoPhaseCommit.of(7)).order(order)
                .within(Bounds.usual().bytes(most)).go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.MEMORY_LIMIT);
        assertThat(result.peakBytes()).isLessThanOrEqualTo(most);
        assertThat(result.states()).isGreaterThan(1000).isLessThan(296_448);
    }

    @ParameterizedTest
    @EnumSource(SearchOrder.class)
    void stopsWhenAsked(SearchOrder order) {
        ExplorationResult result = new Exploration(TwoPhaseCommit.of(7)).order(order)
                .until(() -> true).go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.INTERRUPTED);
        assertThat(result.states()).isLessThan(1000);
        assertThat(result.verdict("deadlock").outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void reportsHowFarItIs() {
        List<Progress> reports = new ArrayList<>();

        new Exploration(TwoPhaseCommit.of(7)).tell(reports::add).go();

        assertThat(reports).hasSize(296_448 >> 16);
        assertThat(reports).extracting(Progress::states).isSorted();
        assertThat(reports.get(0).states()).isBetween(65_536L, 67_000L);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.frontier()).isPositive();
            assertThat(report.bytes()).isPositive();
            assertThat(report.depth()).isBetween(1, 23);
        });
    }

    @Test
    void refusesABoundOfNothing() {
        assertThatThrownBy(() -> Bounds.usual().states(0))
                .hasMessageContaining("at least 1, not 0 states");
    }

    @Test
    void tellsHowLikelyAMissedStateIs() {
        assertThat(CollisionBound.render(1 << 20, 64))
                .isEqualTo("below 1 in 3.3e7 (n^2/2^65)");
        assertThat(CollisionBound.render(1L << 33, 64)).contains("128-bit");
        assertThat(CollisionBound.render(1L << 31, 64)).isEqualTo("below 1 in 8 (n^2/2^65)");
        assertThat(CollisionBound.render(1 << 20, 128)).endsWith("(n^2/2^129)");
    }
}
