package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.profile.ProfileReader;
import org.junit.jupiter.api.Test;

/** The catalogue that comes with the program agrees with its files. */
class ShippedCatalogueTest {

    /** Run with {@code -Dexitrace.update=true} to write the index anew. */
    private static final boolean UPDATE = Boolean.getBoolean("exitrace.update");
    private static final Path FOLDER = Path.of("src/main/resources", Catalogue.FOLDER);

    @Test
    void indexTellsWhatTheFilesTell() throws IOException {
        String wanted = files(".yaml").stream().map(ShippedCatalogueTest::read)
                .map(scenario -> CatalogueEntry.of(scenario).line() + "\n")
                .collect(Collectors.joining());
        Path index = FOLDER.resolve(Catalogue.INDEX);
        if (UPDATE) {
            Files.writeString(index, wanted);
        }

        assertThat(Files.readString(index)).as("index of the catalogue; repair it by"
                + " mvn -pl scenarios -am test -Dtest=ShippedCatalogueTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dexitrace.update=true")
                .isEqualTo(wanted);
    }

    @Test
    void eachFileBearsTheNameOfItsPlace() throws IOException {
        for (Path file : files(".yaml")) {
            assertThat(read(file).name() + ".yaml").isEqualTo(FOLDER.relativize(file).toString());
        }
    }

    @Test
    void eachScheduleBelongsToADesignAndFitsIt() throws IOException {
        List<Path> wanted = files(".yaml").stream().flatMap(file -> read(file).designs().stream()
                .filter(design -> design.isRecorded())
                .map(design -> file.resolveSibling(design.recorded()))).sorted().toList();
        Library library = new Library();

        assertThat(files(".json")).isEqualTo(wanted);
        for (Path file : files(".yaml")) {
            assertThat(library.validate(file.toString())).isEmpty();
        }
    }

    @Test
    void eachProfileThatIsNamedHasEveryCost() throws IOException {
        for (Path file : files(".yaml")) {
            Scenario scenario = read(file);
            if (!scenario.profile().isEmpty()) {
                assertThat(ProfileReader.named(scenario.profile()).times().costs().keySet())
                        .as(scenario.name()).containsAll(scenario.kind().timingKeys());
            }
        }
    }

    private static Scenario read(Path file) {
        return new ScenarioReader(KnownMachines.all())
                .read(DiskFolder.of(file), file.getFileName().toString());
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
