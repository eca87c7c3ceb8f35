package org.exitrace.ghcb.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;

/** A machine that was explored to the end, and what is claimed of it. */
public record Explored(ExplorationResult result) {

    /** Far more than any machine of these tests has: what gets there has gone astray. */
    private static final long MOST_STATES = 100_000;

    /** Explores {@code model} in checked mode. */
    public static Explored of(Model model) {
        return new Explored(new Exploration(model)
                .within(Bounds.usual().states(MOST_STATES)).checked().go());
    }

    /** Exactly these promises are broken in some state, each other one holds in all. */
    public Explored breaks(String... ids) {
        assertThat(result.isExhaustive()).as(result.summary()).isTrue();
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .as("broken properties").containsExactlyInAnyOrder(ids);
        return this;
    }

    /** Each promise holds in all states. */
    public Explored isVerified() {
        return breaks();
    }

    /** The exact counts: whoever changes a step or a cell sees it here. */
    public Explored has(long states, long transitions) {
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .as("distinct states, transitions").containsExactly(states, transitions);
        return this;
    }
}
