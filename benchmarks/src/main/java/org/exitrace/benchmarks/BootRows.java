package org.exitrace.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.campaign.TimingCampaign;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** Timed runs of a workload that is shaped like a boot, on each host with virtual trust levels. */
final class BootRows {

    private final Library library = new Library();
    private final Scenario scenario = library.scenario("vtl/boot");
    private final TimingProfile profile = library.profile(scenario.profile()).times();

    /** The hosts. */
    List<ScenarioDesign> hosts() {
        return scenario.designs();
    }

    /** The machine on the host of {@code design}. */
    Model machine(ScenarioDesign design) {
        return scenario.build(design);
    }

    /**
     * What {@code ./exitrace time} makes of such runs on the host of {@code design}, in as many
     * threads: where time went is tallied; how many steps they took.
     */
    long study(ScenarioDesign design, int runs, long most) {
        return Arrays.stream(new TimingCampaign(scenario, design, profile).seed(1).runs(runs)
                .atMost(most).threads(runs).go().steps()).sum();
    }

    /** Runs {@code model} for so many steps at most, properties and all; how many it took. */
    long go(Model model, long most) {
        return new Run(model, new EarliestFirst(profile, 1)).goOnWhenBroken().atMost(most).go()
                .steps();
    }
}
