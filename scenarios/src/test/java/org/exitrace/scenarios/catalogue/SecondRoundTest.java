package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.file.Expectation;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.Test;

/** A repair that survives one round only is none: what is verified has two, or says that not. */
class SecondRoundTest {

    private static final Set<String> STORIES_WITH_ROUNDS =
            Set.of("power-on", "firmware-rounds", "hotplug");

    /** What is right once, and is not the repair of its entry; the title says so. */
    private static final List<String> ONCE = List.of(
            "ap-boot/correct-wake merged", "ap-boot/correct-wake two-sipis",
            "ap-boot/init-lost-to-halt today", "ap-boot/init-while-held merged");

    /** One round, so that larger machines stay small; the design two-rounds stands beside it. */
    private static final String ANOTHER_DESIGN_HAS_TWO = "ap-boot/lost-wake-up repaired";

    @Test
    void whatIsVerifiedInOneRoundOnlySaysSoAndBreaksInTwo() {
        List<String> inOneRound = new ArrayList<>();
        for (Scenario scenario : new Library().scenarios(List.of("ap-boot"))) {
            for (ScenarioDesign design : scenario.designs()) {
                String name = scenario.name() + " " + design.name();
                if (isVerifiedInOneRound(design) && !name.equals(ANOTHER_DESIGN_HAS_TWO)) {
                    inOneRound.add(name);
                    assertThat(design.title()).as(name).containsPattern("once|one (wake|round)");
                    assertThat(breaksInTwo(scenario, design)).as(name).isTrue();
                }
            }
        }

        assertThat(inOneRound).containsExactlyInAnyOrderElementsOf(ONCE);
    }

    private static boolean isVerifiedInOneRound(ScenarioDesign design) {
        return design.expectation().kind() == Expectation.Kind.VERIFIED
                && STORIES_WITH_ROUNDS.contains(design.machine().word("story"))
                && design.machine().number("rounds") == 1;
    }

    private static boolean breaksInTwo(Scenario scenario, ScenarioDesign design) {
        ScenarioDesign twice = design.on(
                design.machine().with("rounds", 2), scenario.kind());
        return !new Exploration(scenario.build(twice)).go().broken().isEmpty();
    }
}
