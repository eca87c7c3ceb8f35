package org.exitrace.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison of two searches is worth something only if both search the same. */
class HandPackedApsTest {

    @ParameterizedTest
    @CsvSource({"1, 1532", "2, 91388", "3, 3862300"})
    void findsExactlyTheStatesThatTheEngineFinds(int aps, int states) {
        HandPackedAps hand = new HandPackedAps(aps);
        hand.search();
        ExplorationResult engine = new Exploration(ParkedAps.of(aps)).go();

        assertThat(engine.isExhaustive()).isTrue();
        assertThat(engine.states()).isEqualTo(hand.states()).isEqualTo(states);
        assertThat(engine.transitions()).isEqualTo(hand.transitions());
        assertThat(engine.depth()).isEqualTo(hand.depth());
        assertThat(engine.statesAtRest()).isEqualTo(hand.atRest());
        assertThat(outcome(engine, "woken") == Outcome.BROKEN).isEqualTo(hand.stuck() > 0);
        assertThat(outcome(engine, "entered-held") == Outcome.BROKEN)
                .isEqualTo(hand.broken() > 0);
        assertThat(outcome(engine, "done") == Outcome.HOLDS).isEqualTo(hand.done() > 0);
        assertThat((double) engine.peakBytes() / engine.states())
                .isLessThan(aps == 3 ? 24 : 1000);
    }

    private static Outcome outcome(ExplorationResult result, String property) {
        return result.verdict(property).outcome();
    }
}
