package org.exitrace.scenarios.campaign;

import java.util.List;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineKinds;

/** Scenarios of doorbells for campaigns. */
final class Doorbells {

    private static final String TEXT = """
            format: 1
            scenario: doorbell/lost-ring
            title: A ring is lost
            about: A sleeper lies down behind the ring.
            sources: [made up]
            machine: {kind: doorbell, sleepers: 2}
            reach: [everyone-woke]
            designs:
              original: {expect: {broken: deadlock}, explore: true}
              repaired: {switches: {falling-asleep: looking-again}, expect: verified, explore: true}
            """;

    private Doorbells() {
    }

    static Scenario scenario() {
        return read(TEXT, new TextFolder());
    }

    static Scenario with(String part, String replacement) {
        return with(part, replacement, new TextFolder());
    }

    static Scenario with(String part, String replacement, TextFolder folder) {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException("no '" + part + "' in the text");
        }
        return read(TEXT.replace(part, replacement), folder);
    }

    private static Scenario read(String text, TextFolder folder) {
        return new ScenarioReader(new MachineKinds(List.of(new Doorbell())))
                .read(folder.with("s.yaml", text), "s.yaml");
    }
}
