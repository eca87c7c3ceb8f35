package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.file.Scenario;
import org.junit.jupiter.api.Test;

/** How long a sleeper can miss the ring, and which step decides that it does. */
class WindowCampaignTest {

    private static final TimingProfile HOUSE = TimingProfile.named("house")
            .with("look", Duration.uniform(1, 20), "made up")
            .with("ring", Duration.constant(5), "made up")
            .with("walk", Duration.constant(3), "made up");

    private final Scenario scenario = Doorbells.scenario();

    @Test
    void namesTheStepThatSealsEachRunThatIsLost() {
        RaceWindow window = campaign("original").go().orElseThrow().get(0);
        TimingSamples samples = new TimingCampaign(
                scenario, scenario.design("original").orElseThrow(), HOUSE)
                .seed(3).runs(400).go();

        assertThat(window.property()).isEqualTo("deadlock");
        assertThat(window.runs()).isEqualTo(400);
        assertThat(samples.broken("deadlock")).isPositive();
        assertThat(window.lost()).as("each run that broke was lost before")
                .isEqualTo(samples.broken("deadlock"));
        assertThat(window.lostNs()).hasSize(samples.broken("deadlock"));
        assertThat(window.firstLost()).isEqualTo(samples.firstBroken("deadlock"));
        assertThat(window.critical()).isNotEmpty();
        assertThat(window.opened()).isGreaterThanOrEqualTo((int) window.lost());
        assertThat(Arrays.stream(window.openNs()).max().orElseThrow())
                .isLessThanOrEqualTo(Arrays.stream(samples.endNs()).max().orElseThrow());
    }

    @Test
    void hasNoWindowWhereTheRaceIsRepaired() {
        RaceWindow window = campaign("repaired").go().orElseThrow().get(0);
        assertThat(window.opened()).isZero();
        assertThat(window.openNs()).isEmpty();
        assertThat(window.lost()).isZero();
        assertThat(window.firstLost()).isEqualTo(-1);
    }

    @Test
    void tellsTheSameInAnyNumberOfThreads() {
        assertThat(told(campaign("original").threads(3)))
                .isEqualTo(told(campaign("original").threads(1)));
    }

    @Test
    void tellsNothingOfAMachineThatIsTooLarge() {
        assertThat(campaign("original").states(5).go()).isEmpty();
        assertThat(campaign("original").until(() -> true).go()).isEmpty();
    }

    private WindowCampaign campaign(String design) {
        return new WindowCampaign(scenario, scenario.design(design).orElseThrow(), HOUSE,
                List.of("deadlock")).seed(3).runs(400);
    }

    private static String told(WindowCampaign campaign) {
        RaceWindow window = campaign.go().orElseThrow().get(0);
        return Arrays.toString(window.windowNs()) + Arrays.toString(window.openNs())
                + Arrays.toString(window.lostNs()) + window.opens() + window.closes()
                + window.critical() + window.firstLost();
    }
}
