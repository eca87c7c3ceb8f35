package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The page that holds invariants against guests and hosts is what running them shows. */
class InvariantTableTest {

    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final boolean SLOW = Boolean.getBoolean("exitrace.slow");
    private static final Path PAGE = Path.of("../docs/invariants.md");
    private static final Pattern TOLD_ELSEWHERE = Pattern.compile("\\b(?:S-|L)\\d+\\b");

    private final Catalogue catalogue = new Catalogue(KnownMachines.all());
    private final List<Scenario> scenarios = catalogue.entries().stream()
            .map(entry -> catalogue.read(entry.name())).toList();
    private final InvariantTable table = new InvariantTable(scenarios);
    private final TreeMap<String, Property> invariants = new TreeMap<>(
            Comparator.comparing(InvariantTableTest::group).thenComparing(
                    InvariantTableTest::number));

    private static String group(String id) {
        return id.startsWith("S") ? "0" : "1";
    }

    private static int number(String id) {
        return Integer.parseInt(id.replaceAll("\\D", ""));
    }

    @Test
    void thePageIsWhatTheSearchesShow() throws IOException {
        assumeTrue(UPDATE || SLOW, "one misbehaviour in each entry takes minutes to search: ask for"
                + " the hostile columns by -Dexitrace.slow=true");
        String wanted = page();
        if (UPDATE) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @FieldSource("org.exitrace.scenarios.catalogue.InvariantTable#GUESTS")
    void theHonestColumnsAreWhatTheSearchesShow(String guest) throws IOException {
        Map<String, String[]> rows = rows(guest);
        for (int host = 0; host < InvariantTable.HOSTS.size(); host++) {
            int place = host + 2;
            String name = InvariantTable.HOSTS.get(host).name();
            if (InvariantTable.HOSTS.get(host).budget() == 0) {
                Map<String, String> column = table.column(guest, InvariantTable.HOSTS.get(host));
                rows.forEach((id, row) -> assertThat(row[place].strip())
                        .as("%s of %s under %s", id, guest, name)
                        .isEqualTo(column.getOrDefault(id, "-")));
                assertThat(rows).containsKeys(column.keySet().toArray(String[]::new));
            }
        }
    }

    @Test
    void anIdWithoutARowIsToldWithItsKindsOfMachine() throws IOException {
        collect();
        StringBuilder wanted = new StringBuilder();
        elsewhere(rows(InvariantTable.GUESTS.get(0)).keySet(), wanted);
        assertThat(Files.readString(PAGE)).contains(wanted);
    }

    @Test
    void theTableByEntryIsWhatTheCatalogueExpects() throws IOException {
        collect();
        StringBuilder wanted = new StringBuilder();
        byEntry(wanted);
        assertThat(Files.readString(PAGE)).endsWith(wanted);
    }

    /** By id the row of the page's table of {@code guest}. */
    private static Map<String, String[]> rows(String guest) throws IOException {
        Map<String, String[]> rows = new LinkedHashMap<>();
        Files.readString(PAGE).lines().dropWhile(line -> !line.equals("## Guest: " + guest))
                .skip(1).takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.matches("\\| (S-|L)\\d+ .*"))
                .map(line -> line.split("\\|"))
                .forEach(row -> rows.put(row[1].strip(), row));
        return rows;
    }

    @Test
    void eachInvariantIsBrokenBySomeDesignOrHostileHost() {
        collect();
        Map<String, List<String>> broken = entries(true);
        assertThat(invariants.keySet()).allSatisfy(id ->
                assertThat(broken).as("nothing breaks " + id + ": it proves nothing")
                        .containsKey(id));
    }

    private void collect() {
        for (Scenario scenario : scenarios) {
            ScenarioDesign design = scenario.usualDesign();
            scenario.build(design).properties().stream().filter(InvariantTable::isInvariant)
                    .forEach(property -> invariants.putIfAbsent(
                            InvariantTable.id(property.id()), property));
        }
    }

    /** By invariant the designs that are expected to break it, or to keep it. */
    private Map<String, List<String>> entries(boolean broken) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            for (ScenarioDesign design : scenario.designs()) {
                List<String> ids = broken ? design.expectation().broken()
                        : design.exploration().isPresent()
                                && design.expectation().broken().isEmpty()
                                ? scenario.build(design).properties().stream()
                                        .map(Property::id).toList() : List.of();
                ids.stream().map(InvariantTable::id).distinct().forEach(
                        id -> all.computeIfAbsent(id, any -> new ArrayList<>())
                        .add(scenario.name() + " " + design.name()));
            }
        }
        return all;
    }

    private String page() {
        collect();
        StringBuilder out = new StringBuilder("""
                # Invariants, guests and hosts

                The ids are those of [the protocol's page](ghcb.md#h-invariants). This page is
                made by running the catalogue: `InvariantTableTest` searches all entries of kind
                `ghcb` under each guest and host, with every other switch at its usual value, up
                to 200,000 states each. *kept*: no entry breaks it, and each search was
                exhaustive. *broken n of m*: n of the m entries whose machine has it break it.
                *kept n of m*: none breaks it, and n searches were exhaustive. *hostile*: the
                newest kernel, and one misbehaviour of `explore --adversary`. A result holds for
                these entries and for nothing larger.

                Ids that are missing here have another name, or are no property: [the protocol's
                page](ghcb.md#h-invariants) tells which and why. S-28 under Linux and OVMF, and
                S-40 under the newest kernel, are broken **by our reading** of their code
                ([d.4](ghcb.md#d4-page-states-and-pvalidate), [e.6](ghcb.md#e6-snp-ap-creation)).
                Guests differ by what they make of exceptions, by which versions they take, by when
                they write the GHCB MSR and the version, and by their lists; all else that their
                handlers do is Linux's. S-31 is broken by a host that injects #VC while an AP has no
                stack, against which no code of the guest helps. There is no SNP in
                p-2021: its column is that of the entries without, and *-* where there are none. A
                hostile host that does nothing wrong is the honest one, so that what that breaks
                counts against both.
                """);
        StringBuilder tables = new StringBuilder();
        Set<String> told = new TreeSet<>();
        for (String guest : InvariantTable.GUESTS) {
            guest(guest, tables, told);
        }
        elsewhere(told, out);
        out.append(tables);
        byEntry(out);
        return out.toString();
    }

    /** Ids that no machine of those tables has, by the kinds of machines that have them. */
    private void elsewhere(Set<String> told, StringBuilder out) {
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        for (String id : invariants.keySet()) {
            if (!told.contains(id)) {
                kinds.computeIfAbsent(String.join("`, `", kindsWith(id)), any ->
                        new LinkedHashSet<>()).add(id);
            }
        }
        out.append("\nWhat only machines of another kind promise, whose guests and hosts are chosen"
                + " by\nother switches, has no row in the tables by guest:\n\n");
        kinds.forEach((kind, ids) -> out.append("- of kind `").append(kind).append("`: ")
                .append(String.join(", ", ids)).append('\n'));
        out.append("\nWhat is promised under another name, which says so in its source:\n\n");
        otherNames().forEach((id, names) -> out.append("- ").append(id).append(": ")
                .append(String.join(", ", names)).append('\n'));
    }

    /** By id of the pages the properties of other names that cite it. */
    private Map<String, Set<String>> otherNames() {
        Map<String, Set<String>> names = new TreeMap<>(invariants.comparator());
        for (Scenario scenario : scenarios) {
            for (Property property : scenario.build(scenario.usualDesign()).properties()) {
                Matcher id = TOLD_ELSEWHERE.matcher(property.source());
                while (id.find()) {
                    if (!invariants.containsKey(id.group())) {
                        names.computeIfAbsent(id.group(), any -> new TreeSet<>()).add("`"
                                + property.id() + "` of kind `" + scenario.kind().name() + "`");
                    }
                }
            }
        }
        return names;
    }

    private Set<String> kindsWith(String id) {
        Set<String> kinds = new TreeSet<>();
        for (Scenario scenario : scenarios) {
            if (scenario.build(scenario.usualDesign()).properties().stream().anyMatch(
                    property -> InvariantTable.id(property.id()).equals(id))) {
                kinds.add(scenario.kind().name());
            }
        }
        return kinds;
    }

    private void guest(String guest, StringBuilder out, Set<String> told) {
        out.append("\n## Guest: ").append(guest).append("\n\n| id |");
        List<Map<String, String>> columns = new ArrayList<>();
        for (InvariantTable.Host host : InvariantTable.HOSTS) {
            out.append(' ').append(host.name()).append(" |");
            columns.add(table.column(guest, host));
        }
        out.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        for (String id : invariants.keySet()) {
            if (columns.stream().anyMatch(column -> column.containsKey(id))) {
                told.add(id);
                out.append("| ").append(id).append(" |");
                columns.forEach(column -> out.append(' ')
                        .append(column.getOrDefault(id, "-")).append(" |"));
                out.append('\n');
            }
        }
    }

    private void byEntry(StringBuilder out) {
        Map<String, List<String>> broken = entries(true);
        Map<String, List<String>> kept = entries(false);
        out.append("\n## All invariants, and what shows them\n\n"
                + "Of all kinds of machine: the first design that breaks it, and how many are"
                + " verified and keep it.\n\n"
                + "| id | what must not be, or must | broken by | designs that break it"
                + " | designs that keep it |\n|---|---|---|---|---|\n");
        invariants.forEach((id, property) -> out.append("| ").append(id).append(" | ")
                .append(property.kind()).append(": ").append(property.sentence()).append(" | `")
                .append(broken.getOrDefault(id, List.of("-")).get(0)).append("` | ")
                .append(broken.getOrDefault(id, List.of()).size()).append(" | ")
                .append(kept.getOrDefault(id, List.of()).size()).append(" |\n"));
    }
}
