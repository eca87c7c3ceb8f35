package org.exitrace.kvm.mirrorvmm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;

/** A VMM with a mirror, explored to the end, and what is claimed of it. */
record Mirrored(ExplorationResult result) {

    static final String SAME = "mirror-vmm=same-kvm-state";
    static final String SEPARATE = "mirror-vmm=separate-structures";
    static final String AUXILIARY = "mirror-vmm=auxiliary-vcpus";
    static final String BINARY = "mirror-entry=binary";

    /** Of an SEV-ES guest, but where the story needs a plain one. */
    static Mirrored vmm(MirrorStory story, String... changes) {
        return vmm(story, story != MirrorStory.RESET, changes);
    }

    static Mirrored vmm(MirrorStory story, boolean es, String... changes) {
        return new Mirrored(new Exploration(
                MirrorMachine.of(new MirrorShape(story, es), design(changes))).checked().go());
    }

    static Design design(String... changes) {
        Design design = Design.usual(MirrorMachine.SWITCHES);
        for (String change : changes) {
            String[] parts = change.split("=");
            design = design.with(parts[0], parts[1]);
        }
        return design;
    }

    static String without(MirrorRule rule) {
        return rule.choice().name() + "=forgotten";
    }

    Mirrored breaks(String... ids) {
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .as("broken properties").containsExactlyInAnyOrder(ids);
        return this;
    }

    Mirrored isVerified() {
        assertThat(result.isExhaustive()).isTrue();
        return breaks();
    }

    /** The exact counts: whoever changes a step or a cell sees it here. */
    Mirrored has(long states, long transitions) {
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .as("distinct states, transitions").containsExactly(states, transitions);
        return this;
    }
}
