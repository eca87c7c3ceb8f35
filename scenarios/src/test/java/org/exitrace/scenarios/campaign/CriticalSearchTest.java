package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.Test;

/** The critical step of one run, by fewer states than the machine has. */
class CriticalSearchTest {

    private static final TimingProfile HOUSE = TimingProfile.named("house")
            .with("look", Duration.uniform(1, 20), "made up")
            .with("ring", Duration.constant(5), "made up")
            .with("walk", Duration.constant(3), "made up");

    private final Scenario scenario = Doorbells.scenario();
    private final ScenarioDesign design = scenario.design("original").orElseThrow();
    private final TimingSamples samples =
            new TimingCampaign(scenario, design, HOUSE).seed(3).runs(400).go();
    private final long run = samples.firstBroken("deadlock");

    /** With all states, and with ever fewer, it is the step that all states tell. */
    @Test
    void findsTheStepThatAllStatesTellByFewerOfThem() {
        RaceWindow all = new WindowCampaign(scenario, design, HOUSE, List.of("deadlock"))
                .seed(3).runs((int) run + 1).go().orElseThrow().get(0);
        assertThat(all.firstLost()).isEqualTo(run);
        int states = 4;
        int decided = 0;
        for (; states <= 4_096; states *= 2) {
            CriticalStep found = search(states, List.of("deadlock")).get(0);
            assertThat(found.run()).isEqualTo(run);
            assertThat(found.steps()).as("within %s states", states)
                    .containsAnyElementsOf(all.critical().keySet());
            decided += found.isDecided() ? 1 : 0;
        }
        assertThat(decided).isGreaterThan(1);
        assertThat(search(4_096, List.of("deadlock")).get(0).steps())
                .containsExactlyElementsOf(all.critical().keySet());
    }

    @Test
    void tellsNothingWhereItMayLookAtNothingOrNoStateBreaksIt() {
        assertThat(search(0, List.of("deadlock")).get(0).steps()).isEmpty();
        assertThat(search(100, List.of("everyone-woke"))).isEmpty();
    }

    private List<CriticalStep> search(long states, List<String> ids) {
        return new CriticalSearch(scenario.build(design), HOUSE, states, () -> false)
                .go(ids, 3, run);
    }
}
