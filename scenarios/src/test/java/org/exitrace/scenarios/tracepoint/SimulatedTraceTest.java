package org.exitrace.scenarios.tracepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.strategy.DrawnStrategy;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.catalogue.CatalogueEntry;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.trace.TraceVerdict;
import org.exitrace.traces.line.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedTraceTest {

    private static final Library LIBRARY = new Library();
    private static final int SEEDS = 2;
    private static final String OWN = """
            format: 1
            scenario: ap-boot/told
            title: What no entry of the catalogue does
            about: A plain guest, whose LAPIC is in user space or whose kernel is that of 2013.
            sources: [made up for this test]
            machine: {kind: ap-boot, story: scripted, guest: plain}
            programs:
              bsp:
                - {op: icr-write, mode: INIT, to: 1}
                - {op: icr-write, mode: SIPI, to: 1}
                - {op: hlt}
            designs:
              user: {title: the LAPIC is in user space, machine: {lapic: user}}
              2013: {title: before 2013, switches: {init-sipi-events: remote-mp-state}}
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("entries")
    void isReadToTheLastLineAndPrintedAgainAndABehaviourOfTheModel(String entry) {
        isAccepted(LIBRARY.scenario(entry));
    }

    @Test
    void ofMachinesWithoutAnEntryIsABehaviourOfTheModel() throws IOException {
        isAccepted(LIBRARY.scenario(
                Files.writeString(folder.resolve("told.yaml"), OWN).toString()));
    }

    private static void isAccepted(Scenario scenario) {
        for (ScenarioDesign design : scenario.designs()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                ToldRun told = ToldRun.drawn(scenario, design, seed);
                String what = design.name() + ", seed " + seed;

                assertThat(told.items()).as(what)
                        .allMatch(TraceEvent.class::isInstance);
                assertThat(told.again()).as(what).isEqualTo(told.text());
                TraceVerdict verdict = told.verdict();
                assertThat(verdict.rejection()).as(what).isEmpty();
                assertThat(verdict.lines()).as(what).isEqualTo(told.text().lines().count());
                assertThat(verdict.unassigned()).as(what).isZero();
            }
        }
    }

    @Test
    void isNoneWhereAnEntryIsMissing() {
        Scenario scenario = LIBRARY.scenario("ap-boot/two-aps-serial");
        ToldRun told = ToldRun.drawn(scenario, scenario.usualDesign(), 0);
        List<String> lines = new ArrayList<>(told.text().lines().toList());
        int entry = lines.indexOf(lines.stream().filter(line -> line.contains("kvm_entry"))
                .skip(1).findFirst().orElseThrow());
        lines.remove(entry);

        assertThat(new ToldRun(String.join("\n", lines) + "\n", Set.of()).verdict().rejection())
                .hasValueSatisfying(rejection -> assertThat(rejection.possible())
                        .contains("kvm_entry"));
    }

    @Test
    void isTheSameWhetherItIsToldMeanwhileOrBehindTheRun() {
        Scenario scenario = LIBRARY.scenario("ap-boot/spurious-wake");
        ScenarioDesign design = scenario.usualDesign();
        Trace trace = new Trace();
        new Run(scenario.build(design), DrawnStrategy.of(5).scheduler()).goOnWhenBroken()
                .atMost(2_000).tell(trace).go();
        List<String> behind = new ArrayList<>();
        new SimulatedTrace(scenario.kind().tracepoints(design.switches()).orElseThrow(),
                design.machine().parameters().values(), false,
                event -> behind.add(event.toString())).tell(trace);

        assertThat(ToldRun.drawn(scenario, design, 5).text().lines().skip(1).toList())
                .isEqualTo(behind);
    }

    @Test
    void isSaidByEachRowOfTheTable() throws IOException {
        Path file = Files.writeString(folder.resolve("told.yaml"), OWN);
        Set<String> unused = new TreeSet<>(EventTable.ofKvmRun().rows());
        List<String> scenarios = new ArrayList<>(entries().toList());
        scenarios.add(file.toString());
        for (String name : scenarios) {
            Scenario scenario = LIBRARY.scenario(name);
            for (ScenarioDesign design : scenario.designs()) {
                for (long seed = 0; seed <= SEEDS && !unused.isEmpty(); seed++) {
                    unused.removeAll(ToldRun.drawn(scenario, design, seed).used());
                }
            }
        }

        assertThat(unused).isEmpty();
    }

    static Stream<String> entries() {
        return LIBRARY.catalogue().entries().stream().map(CatalogueEntry::name)
                .filter(name -> name.startsWith("ap-boot/") || name.startsWith("ghcb/"))
                .filter(name -> LIBRARY.scenario(name).kind().tracepoints(
                        LIBRARY.scenario(name).usualDesign().switches()).isPresent());
    }
}
