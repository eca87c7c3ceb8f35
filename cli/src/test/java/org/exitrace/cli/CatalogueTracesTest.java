package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code replay} prints for each recorded schedule of the catalogue, as a reviewed file:
 * whoever changes a step, a name or a column sees it here as a difference to read.
 */
class CatalogueTracesTest {

    /** Run with {@code -Dexitrace.golden=update} to write them anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path FOLDER = Path.of("src/test/resources/traces");
    private static final int MOST_COLUMNS = 100;

    @TestFactory
    List<DynamicTest> eachRecordedScheduleIsToldAsReviewed() {
        return new Library().scenarios(List.of()).stream()
                .flatMap(scenario -> scenario.designs().stream()
                        .filter(ScenarioDesign::isRecorded)
                        .map(design -> DynamicTest.dynamicTest(
                                scenario.name() + " " + design.name(),
                                () -> check(scenario.name(), design.name()))))
                .toList();
    }

    @Test
    void noReviewedTraceIsLeftOver() throws IOException {
        long recorded = new Library().scenarios(List.of()).stream()
                .flatMap(scenario -> scenario.designs().stream())
                .filter(ScenarioDesign::isRecorded).count();
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(UPDATE ? recorded : files.filter(Files::isRegularFile).count())
                    .isEqualTo(recorded);
        }
    }

    private static void check(String scenario, String design) throws IOException {
        Typed typed = Typed.words("replay", scenario, "--design", design);
        Path file = FOLDER.resolve(scenario + "." + design + ".txt");
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, typed.out());
        }

        assertThat(typed.status()).isZero();
        assertThat(typed.out().lines()).allMatch(line -> line.length() <= MOST_COLUMNS);
        assertThat(file).as("write it with -Dexitrace.golden=update, then read it").exists();
        assertThat(typed.out()).isEqualTo(Files.readString(file));
    }
}
