package org.exitrace.benchmarks;

import java.util.Arrays;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.kvm.apboot.ApBoot;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.campaign.TimingCampaign;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * Timing campaigns as {@code ./exitrace time} makes them: properties are looked at and samples
 * kept.
 */
final class CampaignRows {

    private static final int RUNS = 40_000;

    private final Scenario scenario = new Library().scenario("ap-boot/lost-wake-up");
    private final ScenarioDesign design = onThreeAps(scenario);

    private static ScenarioDesign onThreeAps(Scenario scenario) {
        ScenarioDesign usual = scenario.usualDesign();
        return usual.on(
                usual.machine().with("aps", 3L).with("rounds", 3L), scenario.kind());
    }

    /** All costs are equal. */
    static TimingProfile profile() {
        TimingProfile profile = TimingProfile.named("measuring");
        for (String key : ApBoot.TIMING_KEYS) {
            profile = profile.with(key, Duration.constant(100), "made up, to measure the loop");
        }
        return profile;
    }

    /** Makes a campaign in so many threads, and tells how many steps it took. */
    long go(int threads) {
        TimingSamples samples = new TimingCampaign(scenario, design, profile())
                .runs(RUNS).threads(threads).go();
        return Arrays.stream(samples.steps()).sum();
    }
}
