package org.exitrace.scenarios.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.catalogue.CatalogueEntry;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The comparison of hosts for VTLs says what all entries of that kind say, each of which
 * ShippedVerdictsTest searches: no invariant is without a row, and no verdict differs.
 */
class VtlFamilyTest {

    private static final Path FILE = Path.of("src/main/resources", Families.FOLDER, "vtl.yaml");
    private static final Pattern ENTRY =
            Pattern.compile("\\n  ([a-z0-9-]+):\\n    title: .*\\n    entry: (\\S+)");
    private static final Pattern CELLS = Pattern.compile(
            "([\\d,]+) cells: ([\\d,]+) verified, (\\d+) broken, 0 unknown, (\\d+) not");
    /** It differs from a1 where an ICR is written, of which entries have designs of their own. */
    private static final String POSTED = "a1-posted";
    /** Entries that are no machine of the family, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("vtl/boot", "a workload of millions of steps, which is not searched"),
            Map.entry("vtl/two-by-two", "as many states as all others together"),
            Map.entry("vtl/nmi-for-vtl1", "a3 loses the NMI, so that nothing behind it is tried"),
            Map.entry("vtl/apic-disabled", "who sends to itself meets nobody else"),
            Map.entry("vtl/lowest-priority", "a6 sends to another one, so that a script waits"),
            Map.entry("vtl/own-interrupt", "who sends to itself meets nobody else"),
            Map.entry("vtl/own-registers",
                    "a VTL asks for its own registers; call and read ask for others'"),
            Map.entry("vtl/interrupt-for-absent-vtl",
                    "what is sent reaches nobody; what a3 does with it, ipi shows"),
            Map.entry("vtl/register-intercept-of-vtl1", "registers, one VTL higher"),
            Map.entry("vtl/user-code-of-vtl1", "user-code-page, one VTL higher"),
            Map.entry("vtl/tlb-lock-of-vtl1", "own-lock, one VTL higher"),
            Map.entry("vtl/user-code-page", "MBEC of one processor; mbec has two that differ"),
            Map.entry("vtl/user-code-without-mbec",
                    "one bit of a mask, which all hosts read alike"),
            Map.entry("vtl/vina-behind-masked",
                    "a1, a4 and a5 do not come to its end: docs/vtl.md c.4"),
            Map.entry("vtl/vina-of-three", "vina, one VTL higher"),
            Map.entry("vtl/monitor-of-three", "what a careless monitor does"),
            Map.entry("vtl/busy-slot",
                    "a1, a4 and a5 do not come to its end; busy has two sources"),
            Map.entry("vtl/flush-of-any-address", "what one host faults on, and no invariant"),
            Map.entry("vtl/sipi-for-vtl0", "another reading of c.3 N8 than that of the comparison"),
            Map.entry("vtl/lazy-timer", "what may be skipped; periodic has what may not"),
            Map.entry("vtl/start-call-intercepted", "start-told, by a hypercall"));
    /** Folders of such entries. */
    private static final Map<String, String> LEFT_OUT_OF = Map.of("conformance/vtl/",
            "conversations: what a test of hypercalls asks, expected of all hosts alike");

    private static Map<String, String> machines;
    private static Family family;
    private static Map<String, Scenario> entries;

    @BeforeAll
    static void reads() throws IOException {
        machines = new LinkedHashMap<>();
        Matcher named = ENTRY.matcher(Files.readString(FILE));
        while (named.find()) {
            machines.put(named.group(1), named.group(2));
        }
        Catalogue catalogue = new Catalogue(KnownMachines.all());
        family = new FamilyReader(KnownMachines.all(), catalogue).read(
                new DiskFolder(FILE.getParent()), FILE.getFileName().toString());
        entries = new LinkedHashMap<>();
        catalogue.entries().stream().map(CatalogueEntry::name)
                .filter(name -> name.startsWith("vtl/") || name.startsWith("conformance/vtl/"))
                .map(catalogue::read).filter(entry -> entry.kind().name().equals("vtl"))
                .forEach(entry -> entries.put(entry.name(), entry));
    }

    @Test
    void eachEntryIsAMachineOfTheFamilyOrLeftOutForAReason() {
        List<String> compared = List.copyOf(machines.values());

        assertThat(entries.keySet()).filteredOn(name -> !compared.contains(name)
                && LEFT_OUT_OF.keySet().stream().noneMatch(name::startsWith))
                .isSubsetOf(LEFT_OUT.keySet());
    }

    @Test
    void eachInvariantThatAnEntryJudgesIsARow() {
        List<String> rows = family.rows().stream().map(row -> row.property().id()).toList();

        assertThat(entries.values().stream().flatMap(entry -> entry.designs().stream()
                .flatMap(design -> entry.build(design).properties().stream())).map(Property::id)
                .filter(id -> id.startsWith("I-")).distinct()).isSubsetOf(rows);
    }

    /** What is left out breaks nothing on a host that the comparison does not show broken. */
    @Test
    void noEntryBreaksARowWhoseCellIsNotBroken() {
        TreeSet<String> shown = new TreeSet<>();
        for (FamilyRow row : family.rows()) {
            family.columns().stream().filter(column -> breaks(row, column)).forEach(
                    column -> shown.add(column.name() + " " + row.property().id()));
        }

        TreeSet<String> expected = new TreeSet<>();
        List<String> rows = family.rows().stream().map(row -> row.property().id()).toList();
        for (FamilyColumn column : family.columns()) {
            Design usual = family.scenario("call").orElseThrow().design(column).orElseThrow()
                    .switches();
            entries.values().stream().flatMap(entry -> entry.designs().stream())
                    .filter(design -> design.switches().equals(usual))
                    .flatMap(design -> design.expectation().broken().stream())
                    .filter(rows::contains).filter(id -> id.startsWith("I-"))
                    .forEach(id -> expected.add(column.name() + " " + id));
        }
        assertThat(shown).containsAll(expected);
    }

    /** ShownCommandsTest makes the comparison of which README.md shows how many cells broke. */
    @Test
    void asManyCellsAreBrokenAsEntriesExpect() throws IOException {
        long broken = family.rows().stream().mapToLong(row -> family.columns().stream()
                .filter(column -> breaks(row, column)).count()).sum();
        long none = family.rows().stream().mapToLong(row -> family.columns().stream()
                .filter(column -> row.scenarios().stream().allMatch(name ->
                        family.scenario(name).orElseThrow().design(column).isEmpty()))
                .count()).sum();
        Matcher shown = CELLS.matcher(Files.readString(Path.of("../README.md")));

        assertThat(shown.find()).isTrue();
        assertThat(shown.group(1)).isEqualTo(
                String.valueOf(family.rows().size() * family.columns().size()));
        assertThat(shown.group(3)).isEqualTo(String.valueOf(broken));
        assertThat(shown.group(4)).isEqualTo(String.valueOf(none));
    }

    /** As entries say; a machine that no entry has on that host breaks nothing alone. */
    private static boolean breaks(FamilyRow row, FamilyColumn column) {
        return row.scenarios().stream().map(name -> family.scenario(name).orElseThrow())
                .anyMatch(scenario -> entryOf(scenario, column)
                        .or(() -> column.name().equals(POSTED) ? entryOf(scenario,
                                family.column("a1").orElseThrow()) : Optional.empty())
                        .filter(design -> design.expectation().broken()
                                .contains(row.property().id())).isPresent());
    }

    /** The design of an entry that is the same machine as {@code scenario} in {@code column}. */
    private static Optional<ScenarioDesign> entryOf(
            FamilyScenario scenario, FamilyColumn column) {
        Optional<ScenarioDesign> own = scenario.design(column);
        Scenario entry = entries.get(machines.get(scenario.name()));
        return own.flatMap(compared -> entry.designs().stream()
                .filter(design -> design.switches().equals(compared.switches())
                        && design.machine().parameters().equals(compared.machine().parameters()))
                .findFirst());
    }
}
