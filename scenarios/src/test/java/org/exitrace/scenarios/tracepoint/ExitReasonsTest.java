package org.exitrace.scenarios.tracepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.campaign.TimingCampaign;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.catalogue.CatalogueEntry;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.traces.line.TraceEvent;
import org.junit.jupiter.api.Test;

/** Studies of time call the exits of guests with VTLs what the trace of the same run does. */
class ExitReasonsTest {

    private static final Library LIBRARY = new Library();
    private static final TimingProfile PROFILE = LIBRARY.profile("amd-snp-genoa")
            .times();
    private static final String TAKEN_DOWN = "vtl/reset-of-two";
    private static final Set<String> ALL = Set.of("hypercall", "npf", "interrupt", "msr", "io",
            "write_cr0", "write_cr4");

    /**
     * Of hosts without a bug: one that makes the wrong VTL active leaves a guest that runs on. Nor
     * of a reset of several processors: a VTL that it takes down is entered and left in one step,
     * in which the trace has no guest that executes.
     */
    @Test
    void areThoseOfTheTraceOfTheSameRun() {
        Set<String> seen = new TreeSet<>();
        for (CatalogueEntry entry : LIBRARY.catalogue().entries()) {
            Scenario scenario = LIBRARY.scenario(entry.name());
            for (ScenarioDesign design : scenario.designs()) {
                if (isTold(scenario, design)) {
                    Map<String, Long> told = told(scenario, design);
                    assertThat(timed(scenario, design))
                            .as(scenario.name() + ", " + design.name()).isEqualTo(told);
                    seen.addAll(told.keySet());
                }
            }
        }
        assertThat(seen).isEqualTo(ALL);
    }

    private static boolean isTold(Scenario scenario, ScenarioDesign design) {
        return scenario.kind().name().equals("vtl") && !scenario.name().equals(TAKEN_DOWN)
                && design.switches().labels().get("hypervisor-bug").equals("none")
                && scenario.kind().tracepoints(design.switches()).isPresent();
    }

    private static Map<String, Long> timed(Scenario scenario, ScenarioDesign design) {
        Map<String, Long> counts = new TreeMap<>();
        for (TimingSamples.Exit exit : new TimingCampaign(scenario, design, PROFILE).runs(1)
                .atMost(ToldRun.MOST_STEPS).go().exits()) {
            counts.merge(exit.reason(), exit.count(), Long::sum);
        }
        return counts;
    }

    /** Those that an entry follows. */
    private static Map<String, Long> told(Scenario scenario, ScenarioDesign design) {
        Map<String, Long> counts = new TreeMap<>();
        Map<Long, String> out = new TreeMap<>();
        ToldRun.timed(scenario, design, PROFILE, RandomStream.seedOfRun(0, 0)).items().stream()
                .map(TraceEvent.class::cast).map(TraceEvent::body).forEach(body -> {
                    String name = body.tracepoint().name();
                    if (name.equals("kvm_exit")) {
                        out.put(body.number("vcpu"), body.word("reason"));
                    } else if (name.equals("kvm_entry")
                            && out.containsKey(body.number("vcpu"))) {
                        counts.merge(out.remove(body.number("vcpu")), 1L, Long::sum);
                    }
                });
        return counts;
    }
}
