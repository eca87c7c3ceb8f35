package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.Test;

/**
 * What is promised at rest is promised of every fair schedule, since every one comes to rest; but
 * for the machines that have that as a property of their own.
 */
class ComesToRestTest {

    private static final int ORDERS = 10;
    private static final long MOST_STEPS = 1_000_000;

    @Test
    void noFairScheduleGoesRoundForEverInAMachineThatDoesNotPromiseIt() {
        for (Scenario scenario : new Library().scenarios(List.of())) {
            for (ScenarioDesign design : scenario.designs()) {
                Model model = scenario.build(design);
                if (model.property(Property.LIVELOCK).isEmpty() && !isCrowd(scenario, design)) {
                    assertThat(new Exploration(model.promisingRest()).go()
                            .verdict(Property.LIVELOCK).outcome())
                            .as(scenario.name() + " " + design.name()).isEqualTo(Outcome.HOLDS);
                }
            }
        }
    }

    @Test
    void crowdsAtStationsComeToRestInAnyOrderThatIsTried() {
        for (Scenario scenario : new Library().scenarios(List.of())) {
            for (ScenarioDesign design : scenario.designs()) {
                for (int seed = 0; isCrowd(scenario, design) && seed < ORDERS; seed++) {
                    assertThat(new Run(scenario.build(design), new RandomChoice(seed))
                            .atMost(MOST_STEPS).go().end())
                            .as(scenario.name() + " " + design.name())
                            .isEqualTo(RunEnd.AT_REST);
                }
            }
        }
    }

    /** Up to 127 at once cannot be searched; fewer of them at the same stations are. */
    private static boolean isCrowd(Scenario scenario, ScenarioDesign design) {
        return scenario.kind().name().equals("stations") && design.exploration().isEmpty();
    }
}
