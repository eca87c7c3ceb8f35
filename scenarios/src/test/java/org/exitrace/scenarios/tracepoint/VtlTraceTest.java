package org.exitrace.scenarios.tracepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.catalogue.CatalogueEntry;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.trace.TraceVerdict;
import org.exitrace.traces.line.TraceEvent;
import org.junit.jupiter.api.Test;

/** Runs of hosts on KVM whose guests have virtual trust levels, as traces. */
class VtlTraceTest {

    private static final int SEEDS = 3;
    private static final Library LIBRARY = new Library();
    private static final Path FOLDER =
            Path.of("src/test/resources/org/exitrace/scenarios/tracepoint");

    /** And each row of the table says something in one of them. */
    @Test
    void areReadToTheLastLineAndPrintedAgainAndBehavioursOfTheModel() {
        Set<String> unused = new TreeSet<>(EventTable.ofVtls().rows());
        for (CatalogueEntry entry : LIBRARY.catalogue().entries()) {
            if (entry.name().contains("vtl/")) {
                Scenario scenario = LIBRARY.scenario(entry.name());
                for (ScenarioDesign design : scenario.designs()) {
                    if (scenario.kind().tracepoints(design.switches()).isPresent()) {
                        for (int seed = 0; seed < SEEDS; seed++) {
                            unused.removeAll(accepted(scenario, design, seed).used());
                        }
                    }
                }
            }
        }
        assertThat(unused).as("rows that say nothing").isEmpty();
    }

    private static ToldRun accepted(Scenario scenario, ScenarioDesign design, int seed) {
        ToldRun told = ToldRun.drawn(scenario, design, seed);
        String what =
                scenario.name() + ", " + design.name() + ", " + seed + ":\n" + told.text();
        assertThat(told.items()).as(what).allMatch(TraceEvent.class::isInstance);
        assertThat(told.again()).as(what).isEqualTo(told.text());
        TraceVerdict verdict = told.verdict();
        assertThat(verdict.rejection()).as(what).isEmpty();
        assertThat(verdict.lines()).as(what).isEqualTo(told.text().lines().count());
        assertThat(verdict.unassigned()).as(what).isZero();
        return told;
    }

    /** One thread for all VTLs, a vCPU for each, planes, and a timer. */
    @Test
    void lookAsTheseDo() throws IOException {
        for (List<String> each : List.of(List.of("protected-page", "a0"),
                List.of("protected-page", "a1"), List.of("protected-page", "a5"),
                List.of("timer-of-vtl1", "own"))) {
            Scenario scenario = LIBRARY.scenario("vtl/" + each.get(0));
            String text = ToldRun.drawn(
                    scenario, scenario.design(each.get(1)).orElseThrow(), 0).text();
            Path file = FOLDER.resolve(String.join(".", each) + ".txt");
            if ("update".equals(System.getProperty("exitrace.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).as("%s", each).isEqualTo(Files.readString(file));
        }
    }

    /** A hypercall that is refused as it is looked at is one, too. */
    @Test
    void tellEachHypercallThatIsAnswered() {
        Scenario scenario = LIBRARY.scenario("vtl/protected-page");
        String text = ToldRun.drawn(scenario, scenario.design("a0").orElseThrow(), 0).text();

        assertThat(text.lines().filter(line -> line.contains("kvm_hv_hypercall_done:")))
                .anyMatch(line -> line.endsWith("result 0x6"))
                .hasSameSizeAs(text.lines().filter(line -> line.contains("kvm_hv_hypercall: ")
                        && !line.contains("code 0x11 ") && !line.contains("code 0x12 "))
                        .toList());
    }

    @Test
    void tellWhoAcceptsWhatAndInWhichEntryItComes() {
        Scenario scenario = LIBRARY.scenario("conformance/vtl/timers-of-both-modes");
        String text = ToldRun.drawn(scenario, scenario.design("a0").orElseThrow(), 0).text();

        assertThat(text.lines().filter(line -> line.contains("kvm_apic_accept_irq")))
                .isNotEmpty().allMatch(line -> line.matches(
                        ".*apicid [0-9a-f]+ vec (48|64) \\(Fixed\\|edge\\)"));
        assertThat(text).containsPattern("kvm_inj_virq: +IRQ 0x30\n.*kvm_entry: .*"
                + "intr_info 0x80000030");
    }

    @Test
    void nameTheTimerThatExpiresAndHowItIsTold() {
        Scenario scenario = LIBRARY.scenario("conformance/vtl/timers-of-both-modes");
        String text = ToldRun.drawn(scenario, scenario.design("a0").orElseThrow(), 0).text();

        assertThat(text.lines().filter(line -> line.contains("stimer_expiration")))
                .hasSize(3)
                .anyMatch(line -> line.endsWith("timer 1 direct 0 send result 0"))
                .anyMatch(line -> line.endsWith("timer 0 direct 1 send result 0"))
                .anyMatch(line -> line.endsWith("timer 0 direct 0 send result 0"));
        assertThat(text.lines().filter(line -> line.contains("stimer_callback")))
                .hasSize(3).anyMatch(line -> line.endsWith("timer 1"));
    }

    @Test
    void areNoneOfAHostThatIsNotKvm() {
        Scenario scenario = LIBRARY.scenario("vtl/call-and-return");
        assertThat(scenario.kind().tracepoints(
                scenario.design("a6").orElseThrow().switches())).isEqualTo(Optional.empty());
    }
}
