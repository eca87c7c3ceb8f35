package org.exitrace.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine against counts that TLC and Stateright published for the same protocols. */
class KnownCountsTest {

    @ParameterizedTest
    @CsvSource({"3, 288, 1146, 11", "5, 8832, 58146, 17", "7, 296448, 2744706, 23"})
    void countsTwoPhaseCommitAsTlcDoes(int managers, long states, long transitions, int depth) {
        ExplorationResult result = new Exploration(TwoPhaseCommit.of(managers)).go();

        assertThat(result.end()).isEqualTo(ExplorationEnd.EXHAUSTED);
        assertThat(result.states()).isEqualTo(states);
        assertThat(result.transitions()).isEqualTo(transitions);
        assertThat(result.depth()).isEqualTo(depth);
        assertThat(result.broken()).isEmpty();
        assertThat(result.neverFired()).isEmpty();
    }

    @Test
    void countsPetersonsLockAsTlcDoes() {
        ExplorationResult result = new Exploration(PetersonsLock.model()).checked().go();

        assertThat(result.states()).isEqualTo(42);
        assertThat(result.transitions()).isEqualTo(77);
        assertThat(result.depth()).isEqualTo(11);
        assertThat(result.statesAtRest()).isZero();
        assertThat(result.properties()).allSatisfy(verdict ->
                assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Outcome.HOLDS));
    }
}
