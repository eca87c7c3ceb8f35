package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.Test;

/**
 * What is promised at rest is promised of every fair schedule, since every one comes to rest; but
 * for the machines that have that as a property of their own.
 */
class ComesToRestTest {

    @Test
    void noFairScheduleGoesRoundForEverInAMachineThatDoesNotPromiseIt() {
        for (Scenario scenario : new Library().scenarios(List.of())) {
            for (ScenarioDesign design : scenario.designs()) {
                Model model = scenario.build(design);
                if (model.property(Property.LIVELOCK).isEmpty()) {
                    assertThat(new Exploration(model.promisingRest()).go()
                            .verdict(Property.LIVELOCK).outcome())
                            .as(scenario.name() + " " + design.name()).isEqualTo(Outcome.HOLDS);
                }
            }
        }
    }
}
