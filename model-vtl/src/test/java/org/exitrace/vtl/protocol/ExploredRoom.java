package org.exitrace.vtl.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.vtl.protocol.design.ProtocolRule;

/** One room, explored to the end, and what is claimed of it. */
record ExploredRoom(ExplorationResult result) {

    /** A room under a design that differs from the usual one by {@code name=label}. */
    static ExploredRoom of(ProtocolShape shape, String... changes) {
        Model room = ProtocolMachine.of(shape, design(shape.story(), changes));
        return new ExploredRoom(new Exploration(room).checked().go());
    }

    private static Design design(ProtocolStory story, String... changes) {
        Design design = Design.usual(story.switches());
        for (String change : changes) {
            String[] parts = change.split("=");
            design = design.with(parts[0], parts[1]);
        }
        return design;
    }

    static String without(ProtocolRule rule) {
        return rule.choice().name() + "=forgotten";
    }

    ExploredRoom breaks(String... ids) {
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .as("broken properties").containsExactlyInAnyOrder(ids);
        return this;
    }

    ExploredRoom isVerified() {
        assertThat(result.isExhaustive()).isTrue();
        return breaks();
    }

    /** The exact counts: whoever changes a step or a cell sees it here. */
    ExploredRoom has(long states, long transitions) {
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .as("distinct states, transitions").containsExactly(states, transitions);
        return this;
    }
}
