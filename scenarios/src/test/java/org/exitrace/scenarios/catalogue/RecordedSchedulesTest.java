package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.shrink.Shrinker;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.schedule.Recordings;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The recorded schedules of the catalogue are what a search finds: the shortest that breaks the
 * property of the story, with as few changes of the acting actor as shrinking leaves it.
 */
class RecordedSchedulesTest {

    /** Run with {@code -Dexitrace.golden=update} to record them anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path FOLDER = Path.of("src/main/resources", Catalogue.FOLDER);

    @TestFactory
    List<DynamicTest> eachRecordedScheduleIsWhatTheSearchFinds() {
        return new Library().scenarios(List.of()).stream()
                .flatMap(scenario -> scenario.designs().stream()
                        .filter(ScenarioDesign::isRecorded)
                        .map(design -> DynamicTest.dynamicTest(
                                scenario.name() + " " + design.name(),
                                () -> check(scenario, design))))
                .toList();
    }

    private static void check(Scenario scenario, ScenarioDesign design) throws IOException {
        String story = design.expectation().brokenProperty().orElseThrow();
        List<String> steps = new Exploration(scenario.build(design)).go().verdict(story)
                .witness().orElseThrow().once();
        List<String> shrunk = new Shrinker(scenario.factory(design), story).shrink(steps).steps();
        Schedule schedule = Recordings.ofSteps(scenario, design, shrunk);
        Path folder = FOLDER.resolve(scenario.name() + ".yaml").getParent();
        Path file = folder.resolve(design.recorded());
        if (UPDATE) {
            ScheduleWriter.write(schedule, file);
        }

        assertThat(shrunk).hasSameSizeAs(steps);
        assertThat(Files.readString(file)).isEqualTo(ScheduleWriter.render(schedule));
        assertThat(Recordings.token(scenario, design, schedule).length())
                .as("characters of the line that is pasted into a mail").isLessThanOrEqualTo(200);
    }
}
