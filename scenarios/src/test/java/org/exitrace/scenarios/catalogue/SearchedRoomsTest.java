package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.schedule.Recordings;
import org.junit.jupiter.api.Test;

/**
 * docs/vtl.md d.10 tells of each room what was searched, how large that was, and what was found,
 * with the line that shows it.
 */
class SearchedRoomsTest {

    /** {@code -Dexitrace.golden=update} writes the table anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path PAGE = Path.of("../docs/vtl.md");
    private static final String BEGIN = "<!-- rooms -->\n";
    private static final String END = "<!-- end of rooms -->";
    private static final String HEAD = """
            | entry, design | levels, others | states | transitions | depth | found, in steps |\
             schedule |
            |---|---|---|---|---|---|---|
            """;

    @Test
    void thePageTellsWhatWasSearchedAndFound() throws IOException {
        String table = table();
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        if (UPDATE) {
            Files.writeString(PAGE,
                    page.substring(0, begin) + table + page.substring(page.indexOf(END)));
            page = Files.readString(PAGE);
        }

        assertThat(page.substring(begin, page.indexOf(END))).isEqualTo(table);
    }

    private static String table() {
        Catalogue catalogue = new Catalogue(KnownMachines.all());
        List<Scenario> rooms = catalogue.entries().stream().map(CatalogueEntry::name)
                .filter(name -> name.startsWith("vtl/")).map(catalogue::read)
                .filter(scenario -> scenario.kind().name().equals("vtl-protocol"))
                .sorted(Comparator.comparing(Scenario::name)).toList();
        return rooms.stream().flatMap(room -> room.designs().stream()
                        .map(design -> row(room, design)))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Scenario room, ScenarioDesign design) {
        ExplorationResult result = new Exploration(room.build(design)).go();
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.broken()).extracting(verdict -> verdict.property().id())
                .containsExactlyInAnyOrderElementsOf(design.expectation().broken());
        String found = design.expectation().broken().stream()
                .map(id -> id + " (" + steps(result, id).size() + ")")
                .collect(Collectors.joining(", "));
        Optional<String> first = design.expectation().brokenProperty();
        String token = first.map(id -> "`" + Recordings.token(room, design,
                Recordings.ofSteps(room, design, steps(result, id))) + "`").orElse("");
        return String.format("| `%s` %s | %d, %d | %,d | %,d | %d | %s | %s |%n",
                room.name().substring("vtl/".length()), design.name(),
                design.machine().number("levels"), design.machine().number("others"),
                result.states(), result.transitions(), result.depth(),
                found.isEmpty() ? "nothing" : found, token);
    }

    private static List<String> steps(ExplorationResult result, String id) {
        PropertyVerdict verdict = result.verdict(id);
        return verdict.witness().orElseThrow().once();
    }
}
