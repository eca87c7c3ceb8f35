package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.file.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page that holds invariants against guests and hosts is what running them shows. The catalogue
 * is read once for all, since that takes longer than most of the searches.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvariantTableTest {

    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final boolean SLOW = Boolean.getBoolean("exitrace.slow");
    private static final Path PAGE = Path.of("../docs/invariants.md");
    private static final Path PROTOCOL = Path.of("../docs/ghcb.md");

    private final List<Scenario> scenarios;
    private final InvariantPage page;

    InvariantTableTest() {
        Catalogue catalogue = new Catalogue(KnownMachines.all());
        scenarios = catalogue.entries().stream()
                .map(entry -> catalogue.read(entry.name())).toList();
        page = new InvariantPage(scenarios);
    }

    @Test
    void thePageIsWhatTheSearchesShow() throws IOException {
        assumeTrue(UPDATE || SLOW, "one misbehaviour in each entry takes minutes to search: ask for"
                + " the hostile columns by -Dexitrace.slow=true");
        String wanted = page.text();
        if (UPDATE) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "ovmf", "svsm", "oak"})
    void theHonestColumnsAreWhatTheSearchesShow(String guest) throws IOException {
        InvariantTable table = new InvariantTable(Cast.GHCB, scenarios);
        Map<String, List<String>> rows = rows(Cast.GHCB, guest);
        for (int i = 0; i < Cast.GHCB.hosts().size(); i++) {
            Player host = Cast.GHCB.hosts().get(i);
            if (host.budget() == 0) {
                int place = i;
                Map<String, String> column = new LinkedHashMap<>();
                table.column(Cast.GHCB.guest(guest), host).forEach(
                        (name, word) -> column.put(name.toString(), word));
                rows.forEach((name, cells) -> assertThat(cells.get(place))
                        .as("%s of %s under %s", name, guest, host.name())
                        .isEqualTo(column.getOrDefault(name, "-")));
                assertThat(rows).containsKeys(column.keySet().toArray(String[]::new));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ap-boot", "svsm", "live-migration"})
    void theOtherKindsAreWhatTheSearchesShow(String kind) throws IOException {
        Cast cast = Cast.ALL.stream().filter(one -> one.kind().equals(kind)).findFirst()
                .orElseThrow();
        assertThat(Files.readString(PAGE)).contains(page.section(cast));
    }

    @Test
    void theTableByEntryIsWhatTheCatalogueExpects() throws IOException {
        assertThat(Files.readString(PAGE)).endsWith(page.byEntry());
    }

    @Test
    void eachInvariantIsBrokenBySomeDesignOrHostileHost() {
        assertThat(page.designs(true).keySet())
                .as("what nothing breaks proves nothing")
                .containsExactlyElementsOf(page.invariants().keySet());
    }

    @Test
    void eachInvariantOfTheProtocolHasARowThatSaysMoreThanADash() throws IOException {
        Set<String> told = new TreeSet<>();
        for (Cast cast : Cast.ALL) {
            for (Player guest : cast.guests()) {
                rows(cast, guest.name()).forEach((name, cells) -> {
                    assertThat(cells).as(name).anyMatch(cell -> cell.contains("k"));
                    told.addAll(InvariantName.idsIn(name));
                });
            }
        }
        assertThat(told).isEqualTo(idsOfTheProtocol());
    }

    @Test
    void noKindOfMachineHasAnInvariantAndNoTable() {
        Set<String> kinds = new TreeSet<>();
        scenarios.stream().filter(scenario -> scenario.build(scenario.usualDesign()).properties()
                        .stream().anyMatch(property -> InvariantName.of(property).isPresent()))
                .forEach(scenario -> kinds.add(scenario.kind().name()));
        assertThat(Cast.ALL.stream().map(Cast::kind)).containsExactlyInAnyOrderElementsOf(kinds);
    }

    /** The ids of section h: S-1 to S-41 and L1 to L8, and no other. */
    private static Set<String> idsOfTheProtocol() throws IOException {
        Set<String> ids = new TreeSet<>();
        Files.readString(PROTOCOL).lines().dropWhile(line -> !line.startsWith("## h."))
                .skip(1).takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .forEach(line -> ids.addAll(InvariantName.idsIn(line.split("\\|")[1])));
        assertThat(ids).containsExactlyInAnyOrderElementsOf(Stream.concat(
                IntStream.rangeClosed(1, 41).mapToObj(number -> "S-" + number),
                IntStream.rangeClosed(1, 8).mapToObj(number -> "L" + number)).toList());
        return ids;
    }

    /** By invariant the cells of {@code guest} in the page's table of that cast. */
    private static Map<String, List<String>> rows(Cast cast, String guest) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Files.readString(PAGE).lines()
                .dropWhile(line -> !line.equals("## Kind: " + cast.kind()))
                .skip(1).takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.matches("\\| (S-|L)\\d+.*"))
                .map(line -> Stream.of(line.split("\\|")).skip(1).map(String::strip).toList())
                .filter(cells -> cells.get(1).equals("each")
                        || List.of(cells.get(1).split(", ")).contains(guest))
                .forEach(cells -> rows.put(cells.get(0),
                        new ArrayList<>(cells.subList(2, cells.size()))));
        return rows;
    }
}
