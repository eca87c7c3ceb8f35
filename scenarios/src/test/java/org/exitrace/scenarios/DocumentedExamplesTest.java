package org.exitrace.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.profile.ProfileReader;
import org.exitrace.scenarios.schedule.Recordings;
import org.exitrace.scenarios.schedule.ScheduleFile;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import org.junit.jupiter.api.Test;

/** What the documentation of the formats shows is read as it stands. */
class DocumentedExamplesTest {

    private static final Path PAGE = Path.of("../docs/scenario-format.md");

    private final Scenario scenario = scenario(blocks("yaml").get(0));

    @Test
    void showsAScenario() {
        assertThat(scenario.designNames()).containsExactly("original", "repaired");
    }

    @Test
    void showsAScript() {
        String scripted = blocks("yaml").get(0) + blocks("yaml").get(1);

        assertThat(scenario(scripted).usualDesign().machine().scripts()).hasSize(1);
    }

    @Test
    void showsTheScheduleOfTheScenario() {
        String shown = blocks("json").get(0);
        Schedule schedule = ScheduleFile.read(
                new TextFolder().with("s.json", shown), "s.json").schedule();

        assertThat(shown).isEqualTo(ScheduleWriter.render(
                Recordings.ofSteps(scenario, scenario.usualDesign(), schedule.steps())));
    }

    @Test
    void showsAProfile() {
        String shown = blocks("yaml").get(3);

        assertThat(ProfileReader.read(new TextFolder().with("p.yaml", shown), "p.yaml")
                .assumedKeys()).containsExactly("ring");
    }

    private static Scenario scenario(String text) {
        return new ScenarioReader(new MachineKinds(List.of(new Doorbell())))
                .read(new TextFolder().with("s.yaml", text), "s.yaml");
    }

    private static List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page());
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
