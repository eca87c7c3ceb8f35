package org.exitrace.scenarios.tracepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.calibration.CalibratedCost;
import org.exitrace.scenarios.calibration.Calibration;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.measure.ExitLatencies;
import org.exitrace.traces.measure.LatencyHistogram;
import org.junit.jupiter.api.Test;

/** From a profile to a run, to a trace, to a profile: the circle closes. */
class SimulatedTimesTest {

    private static final Library LIBRARY = new Library();
    private static final int SEEDS = 20;
    /** The rest of an exit in KVM, left out, so that an exit costs what its key says. */
    private static final TimingProfile BARE = LIBRARY.profile("amd-snp-genoa").times()
            .replacing("kvm.access", Duration.constant(0), "this test")
            .replacing("kvm.kick", Duration.constant(0), "this test");

    @Property(tries = 60)
    void timedRunsAreBehavioursOfTheModelWhateverTheSeed(
            @ForAll long seed, @ForAll("entries") String entry) {
        Scenario scenario = LIBRARY.scenario(entry);
        ToldRun told = ToldRun.timed(scenario, scenario.usualDesign(),
                LIBRARY.profile(scenario.profile()).times(), seed);

        assertThat(told.items()).isNotEmpty().allMatch(TraceEvent.class::isInstance);
        assertThat(told.again()).isEqualTo(told.text());
        assertThat(told.verdict().rejection()).isEmpty();
    }

    @Provide
    Arbitrary<String> entries() {
        return Arbitraries.of("ap-boot/two-aps-serial", "ap-boot/spurious-wake",
                "ap-boot/msr-hold", "ap-boot/user-lapic", "ap-boot/init-lost-to-halt",
                "ap-boot/lost-wake-up-in-hotplug", "ap-boot/cancelled-entry");
    }

    @Test
    void requestsByGhcbTakeWhatTheProfileLetsThemTake() {
        for (long seed = 0; seed < SEEDS; seed++) {
            LatencyHistogram drawn = calibrated("two-aps-serial", BARE, seed).get("vmexit.ghcb");

            assertThat(drawn.samples()).isBetween(4L, 12L);
            assertThat(drawn.quantileNs(0)).isGreaterThanOrEqualTo(2_938);
            assertThat(drawn.quantileNs(LatencyHistogram.ALL)).isLessThanOrEqualTo(3_270);
        }
    }

    @Test
    void aConstantCostIsMeasuredToTheNanosecond() {
        TimingProfile profile = BARE
                .replacing("vmexit.ghcb", Duration.constant(3_141), "this test");

        LatencyHistogram requests = calibrated("two-aps-serial", profile, 1).get("vmexit.ghcb");

        assertThat(requests.quantileNs(0)).isEqualTo(3_141);
        assertThat(requests.quantileNs(LatencyHistogram.ALL)).isEqualTo(3_141);
    }

    /** Others of these exits end by what somebody else does later. */
    @Test
    void theShortestKickAndTheShortestWayThroughTheVmmAreThoseOfTheProfile() {
        TimingProfile profile = BARE
                .replacing("vmexit.plain", Duration.constant(617), "this test")
                .replacing("vmm.exit-to-user", Duration.constant(431), "this test");

        assertThat(shortest("interrupt-while-parked", profile, "exit.interrupt")).isEqualTo(617);
        assertThat(shortest("user-lapic", profile, "vmm.exit-to-user")).isEqualTo(431);
    }

    private static long shortest(String entry, TimingProfile profile, String key) {
        long shortest = Long.MAX_VALUE;
        for (long seed = 0; seed < SEEDS; seed++) {
            LatencyHistogram seen = calibrated(entry, profile, seed).get(key);
            shortest = seen == null ? shortest : Math.min(shortest, seen.quantileNs(0));
        }
        return shortest;
    }

    private static Map<String, LatencyHistogram> calibrated(
            String entry, TimingProfile profile, long seed) {
        Scenario scenario = LIBRARY.scenario("ap-boot/" + entry);
        List<TraceItem> items = ToldRun.timed(
                scenario, scenario.usualDesign(), profile, seed).items();
        ExitLatencies latencies = new ExitLatencies();
        items.forEach(latencies::see);
        return Calibration.of(latencies, 0).stream().collect(
                Collectors.toMap(CalibratedCost::key, CalibratedCost::latencies));
    }
}
