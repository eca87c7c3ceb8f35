package org.exitrace.kvm.apboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;

/** A machine that was explored to the end, and what is claimed of it. */
record Explored(ExplorationResult result) {

    /** Explores {@code shape} in checked mode, in the usual design but for {@code changes}. */
    static Explored machine(ApBootShape shape, String... changes) {
        Design design = ApBoot.usualDesign();
        for (String change : changes) {
            String[] parts = change.split("=");
            design = design.with(parts[0], parts[1]);
        }
        return new Explored(new Exploration(ApBoot.machine(shape, design)).checked().go());
    }

    Explored breaks(String... ids) {
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .as("broken properties").containsExactlyInAnyOrder(ids);
        return this;
    }

    Explored isVerified() {
        assertThat(result.isExhaustive()).isTrue();
        return breaks();
    }

    /** The exact counts: whoever changes a step or a cell sees it here. */
    Explored has(long states, long transitions) {
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .as("distinct states, transitions").containsExactly(states, transitions);
        return this;
    }
}
