package org.exitrace.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.scenarios.campaign.Verdict;
import org.exitrace.scenarios.campaign.Verification;
import org.exitrace.scenarios.campaign.VerificationRow;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.profile.ProfileReader;
import org.exitrace.scenarios.schedule.Recordings;
import org.exitrace.scenarios.schedule.ScheduleWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation of the formats shows is valid as it stands, and does what it expects. */
class DocumentedExamplesTest {

    /** Run with {@code -Dexitrace.golden=update} to record the shown schedule anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path PAGE = Path.of("../docs/scenario-format.md");

    private final Library library = new Library();
    @TempDir private Path folder;

    @Test
    void showsAScenarioThatDoesWhatItExpects() throws IOException {
        String file = saved("my-own.yaml", blocks("yaml").get(0));

        assertThat(library.validate(file)).isEmpty();
        assertThat(new Verification().verify(library.scenario(file)))
                .extracting(VerificationRow::verdict)
                .containsExactly(Verdict.PASSED, Verdict.PASSED);
    }

    @Test
    void showsAFamilyThatCanBeCompared() throws IOException {
        String page = Files.readString(Path.of("../docs/comparing.md"));
        String file = saved("parking.yaml", blocks(page, "yaml").get(0));

        assertThat(library.validate(file)).isEmpty();
        assertThat(library.scenario(file + ":boot").designNames())
                .containsExactly("dropped", "kept");
    }

    @Test
    void showsAScriptWithItsSchedule() throws IOException {
        String file = saved("halted.yaml", blocks("yaml").get(1));
        ScenarioDesign design = library.scenario(file).usualDesign();
        String fresh = recorded(library.scenario(file), design);
        if (UPDATE) {
            Files.writeString(PAGE, page().replace(blocks("json").get(0), fresh));
        }
        saved(design.recorded(), blocks("json").get(0));

        assertThat(library.validate(file)).isEmpty();
        assertThat(new Verification().verify(library.scenario(file)))
                .extracting(VerificationRow::verdict).containsExactly(Verdict.PASSED);
        assertThat(blocks("json").get(0)).isEqualTo(fresh);
    }

    @Test
    void showsAProfile() {
        String shown = blocks("yaml").get(3);

        assertThat(ProfileReader.read(new TextFolder().with("p.yaml", shown), "p.yaml")
                .assumedKeys()).containsExactly("ring");
    }

    private static String recorded(Scenario scenario, ScenarioDesign design) {
        String story = design.expectation().brokenProperty().orElseThrow();
        return ScheduleWriter.render(Recordings.ofSteps(scenario, design,
                new Exploration(scenario.build(design)).go().verdict(story)
                        .witness().orElseThrow().once()));
    }

    private String saved(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static List<String> blocks(String language) {
        return blocks(page(), language);
    }

    private static List<String> blocks(String page, String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
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
