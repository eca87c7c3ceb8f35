package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.Library;
import org.exitrace.engine.step.Step;
import org.exitrace.scenarios.campaign.TimingCampaign;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.profile.ProfileReader;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import org.exitrace.scenarios.schedule.Recordings;
import org.junit.jupiter.api.Test;

/** The catalogue that comes with the program agrees with its files. */
class ShippedCatalogueTest {

    /** {@code -Dexitrace.golden=update} writes the index, and schedules that do not fit, anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path FOLDER = Path.of("src/main/resources", Catalogue.FOLDER);

    @Test
    void indexTellsWhatTheFilesTell() throws IOException {
        Path index = FOLDER.resolve(Catalogue.INDEX);
        List<String> order = Files.readAllLines(index).stream()
                .map(line -> line.substring(0, line.indexOf('\t'))).toList();
        String wanted = files(".yaml").stream().map(ShippedCatalogueTest::read)
                .sorted(Comparator.comparingInt(scenario -> place(order, scenario.name())))
                .map(scenario -> CatalogueEntry.of(scenario).line() + "\n")
                .collect(Collectors.joining());
        if (UPDATE) {
            Files.writeString(index, wanted);
        }

        assertThat(Files.readString(index)).as("index of the catalogue; repair it by"
                + " mvn -pl scenarios -am test -Dtest=ShippedCatalogueTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dexitrace.golden=update")
                .isEqualTo(wanted);
    }

    @Test
    void eachFileBearsTheNameOfItsPlace() throws IOException {
        for (Path file : files(".yaml")) {
            assertThat(read(file).name() + ".yaml").isEqualTo(FOLDER.relativize(file).toString());
        }
    }

    @Test
    void noTextLosesItsEndToAComment() throws IOException {
        for (Path file : files(".yaml")) {
            assertThat(Files.readAllLines(file)).as(file + ": text with a # needs quotes")
                    .noneMatch(line -> line.matches(" *[a-z-]+: [^'\"|>{\\[].* #.*"));
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
    void eachScheduleFitsIntoALineForAMail() throws IOException {
        Library library = new Library();
        for (Path file : files(".yaml")) {
            Scenario scenario = read(file);
            for (ScenarioDesign design : scenario.designs()) {
                if (design.isRecorded()) {
                    Schedule schedule = library.recorded(scenario, design).schedule();
                    String token = Recordings.token(scenario, design, schedule);

                    assertThat(token.length()).as(token).isLessThanOrEqualTo(200);
                    assertThat(LocatedSchedule.ofToken(token, name -> scenario).schedule().steps())
                            .isEqualTo(schedule.steps());
                }
            }
        }
    }

    @Test
    void eachDesignRunsInVirtualTimeWithoutStandingStill() throws IOException {
        for (Path file : files(".yaml")) {
            Scenario scenario = read(file);
            for (ScenarioDesign design : timed(scenario)) {
                TimingSamples samples = new TimingCampaign(scenario, design,
                        ProfileReader.named(scenario.profile()).times())
                        .runs(5).atMost(200_000).go();

                assertThat(samples.standstill()).as(scenario.name() + " " + design.name())
                        .isEmpty();
            }
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

    @Test
    void noStepHasACostThatItsKindOfMachineDoesNotName() throws IOException {
        for (Path file : files(".yaml")) {
            Scenario scenario = read(file);
            assertThat(scenario.build(scenario.usualDesign()).steps())
                    .as(scenario.name()).flatExtracting(Step::costKey, Step::delayKey)
                    .filteredOn(key -> !key.equals(""))
                    .isSubsetOf(scenario.kind().timingKeys());
        }
    }

    private static List<ScenarioDesign> timed(Scenario scenario) {
        return scenario.profile().isEmpty() ? List.of() : scenario.designs();
    }

    /** The order of the index is kept by hand; what is not in it yet comes last. */
    private static int place(List<String> order, String name) {
        int place = order.indexOf(name);
        return place < 0 ? order.size() : place;
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
