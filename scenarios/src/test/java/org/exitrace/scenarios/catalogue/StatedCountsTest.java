package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * docs/vtl.md tells how many states its largest machines have: each such number is one that a
 * search here gives, or one of the table of rooms, which SearchedRoomsTest makes.
 */
class StatedCountsTest {

    private static final String MACHINES = "/org/exitrace/scenarios/catalogue/vtl-machines.csv";
    private static final String ROOMS = "/org/exitrace/scenarios/catalogue/vtl-rooms.csv";
    private static final Path PAGE = Path.of("../docs/vtl.md");
    private static final Pattern COUNT = Pattern.compile("\\b\\d{1,3}(?:,\\d{3})+\\b");
    /** What the page counts besides states. */
    private static final List<String> OTHER_COUNTS = List.of(
            "51,000", "119,000", "37,000", "70,000");

    /** Rooms that are larger than those of their entries. */
    @ParameterizedTest
    @CsvFileSource(resources = ROOMS)
    void aLargerRoomHasAsManyStatesAsThePageTells(
            String entry, String design, int others, long states) throws IOException {
        Scenario scenario = new Catalogue(KnownMachines.all()).read(entry);
        ScenarioDesign smaller = scenario.design(design).orElseThrow();
        ScenarioDesign larger = smaller.on(
                smaller.machine().with("others", others), scenario.kind());

        assertThat(states(scenario, larger)).isEqualTo(states);
        assertThat(page()).contains(String.format("%,d", states));
    }

    /** Millions of states: with -Dexitrace.slow=true alone. */
    @ParameterizedTest
    @CsvFileSource(resources = MACHINES)
    void aMachineHasAsManyStatesAsThePageTells(String entry, String design, long states)
            throws IOException {
        assertThat(page()).contains(String.format("%,d", states));
        assumeTrue(Boolean.getBoolean("exitrace.slow"), "searched only with -Dexitrace.slow=true");
        Scenario scenario = new Catalogue(KnownMachines.all()).read(entry);

        assertThat(states(scenario, scenario.design(design).orElseThrow())).isEqualTo(states);
    }

    @Test
    void eachCountOfThePageIsOneOfASearch() throws IOException {
        List<String> known = new ArrayList<>(OTHER_COUNTS);
        List<String> told = new ArrayList<>();
        for (String resource : List.of(ROOMS, MACHINES)) {
            Files.readAllLines(Path.of("src/test/resources" + resource)).forEach(line -> known.add(
                    String.format("%,d", Long.parseLong(line.substring(
                            line.lastIndexOf(',') + 1).strip()))));
        }
        for (String line : Files.readAllLines(PAGE)) {
            Matcher count = COUNT.matcher(line);
            while (count.find()) {
                (line.startsWith("|") ? known : told).add(count.group());
            }
        }

        assertThat(told).isNotEmpty().isSubsetOf(known);
    }

    private static long states(Scenario scenario, ScenarioDesign design) {
        ExplorationResult result = new Exploration(scenario.build(design)).go();
        assertThat(result.isExhaustive()).isTrue();
        return result.states();
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
