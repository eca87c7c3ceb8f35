package org.exitrace.scenarios.file;

import java.util.List;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.machine.MachineKinds;

/** Scenario files for tests, and what reading them gives. */
final class ScenarioTexts {

    static final MachineKinds KINDS = new MachineKinds(List.of(new Doorbell()));

    static final String GOOD = """
            format: 1
            scenario: doorbell/lost-ring
            title: A ring is lost
            about: |
              A sleeper looks, and lies down behind the ring.
            sources: [made up]
            machine: {kind: doorbell, sleepers: 2}
            profile: amd-snp-genoa
            programs:
              ringer:
                - {op: count, expect: {bell: SILENT}}
                - {op: ring, times: 2, expect: 0}
                - {op: count, expect: [{bell: RUNG}, EIO]}
            reach: [everyone-woke]
            designs:
              original:
                title: Lies down blindly.
                expect: {broken: deadlock}
                replay: lost-ring.json
                explore: {order: depth-first, states: 5000, depth: 40}
              repaired:
                switches: {falling-asleep: looking-again}
                machine: {sleepers: 1}
                expect: verified
                explore: true
            """;

    private ScenarioTexts() {
    }

    static Scenario read(String text) {
        return new ScenarioReader(KINDS).read(new TextFolder().with("s.yaml", text), "s.yaml");
    }

    /** What is told of the good file when {@code part} is replaced. */
    static List<String> problems(String part, String replacement) {
        if (!GOOD.contains(part)) {
            throw new IllegalArgumentException("the good file has no '" + part + "'");
        }
        return problems(GOOD.replace(part, replacement));
    }

    static List<String> problems(String text) {
        try {
            read(text);
            return List.of();
        } catch (UnusableInputException refused) {
            return refused.problems().stream().map(Problem::toString).toList();
        }
    }
}
