package org.exitrace.scenarios.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.schedule.ScheduleFile;

/** However a file is damaged, it is refused with a place, or still right. */
class DamagedFilesTest {

    private static final String SCENARIO = """
            format: 1
            scenario: doorbell/lost-ring
            title: A ring is lost
            about: >
              A sleeper lies down
            sources: [made up, "again"]
            machine: {kind: doorbell, sleepers: 2}
            programs:
              ringer:
                - {op: ring, times: 2, expect: [0]}
                - {op: count, expect: {bell: RUNG}}
            reach: [everyone-woke]
            designs:
              original: {expect: {broken: deadlock}, explore: {states: 100}}
            """;
    private static final String SCHEDULE = """
            {"format": 1, "scenario": "a", "machine": {"sleepers": "1"}, "design": {"x": "y"},
             "setting": "0123456789abcdef", "profile": "", "seed": -3, "breaks": "",
             "fingerprint": "0123456789abcdef",
             "steps": ["a b", "c d"], "checkpoints": [
              {"step": 0, "fingerprint": "0123456789abcdef", "changed": {"x": "1"}},
              {"step": 2, "fingerprint": "0123456789abcdef", "changed": {}}]}
            """;

    private final ScenarioReader scenarios =
            new ScenarioReader(new MachineKinds(List.of(new Doorbell())));

    @Property(tries = 400)
    void scenariosAreRefusedInWordsOrRight(
            @ForAll @IntRange(max = 10_000) int at, @ForAll byte put, @ForAll boolean cut) {
        byte[] damaged = damaged(SCENARIO, at, put, cut);

        refusedOrRight(() -> scenarios.read(new TextFolder().with("f", damaged), "f"));
    }

    @Property(tries = 400)
    void schedulesAreRefusedInWordsOrRight(
            @ForAll @IntRange(max = 10_000) int at, @ForAll byte put, @ForAll boolean cut) {
        byte[] damaged = damaged(SCHEDULE, at, put, cut);

        refusedOrRight(() -> ScheduleFile.read(new TextFolder().with("f", damaged), "f"));
    }

    private static byte[] damaged(String text, int at, byte put, boolean cut) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int place = at % bytes.length;
        if (cut) {
            return Arrays.copyOf(bytes, place);
        }
        bytes[place] = put;
        return bytes;
    }

    private static void refusedOrRight(Runnable reading) {
        try {
            reading.run();
        } catch (UnusableInputException refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.place().file()).isEqualTo("f");
                assertThat(problem.sentence()).isNotBlank().doesNotContain("\n");
            });
        }
    }
}
