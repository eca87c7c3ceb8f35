package org.exitrace.scenarios.family;

import java.util.List;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.machine.MachineKinds;

/** Files of families for tests, and what reading them gives. */
public final class FamilyTexts {

    /** Sleepers that lie down blindly, or look again; the latter cannot by a bell of steel. */
    public static final String GOOD = """
            format: 1
            family: falling-asleep
            title: Who hears the bell
            about: Sleepers lie down while a bell is rung.
            sources: [made up]
            columns:
              blindly:
                title: lies down without another look
              looking:
                title: looks again
                switches: {falling-asleep: looking-again}
              only-one:
                title: the same, and there is nobody else
                switches: {falling-asleep: looking-again}
                machine: {sleepers: 1}
                without: {steel: nobody made one}
            scenarios:
              brass:
                title: a bell of brass
                machine: {kind: doorbell, sleepers: 2}
              steel:
                title: a bell of steel
                machine: {kind: doorbell, sleepers: 2, bell: steel}
              small:
                title: a bound on states
                machine: {kind: doorbell, sleepers: 2}
                explore: {states: 5}
            rows:
              - group: Each wakes
                in: [brass, steel]
                properties: [deadlock, everyone-woke]
              - group: Counting
                in: [brass, small]
                properties: [rings-are-counted]
            crossings: {costs: [ring], steps: ['sleeper1 *']}
            measured:
              ringing:
                title: a stroke with its shaking
                scenario: brass
                begins: 'ringer ring: strike'
                ends: ['ringer ring: shake']
                runs: 100
                seed: 7
              evening:
                title: from the first look to the last sleeper
                scenario: steel
                runs: 50
            """;

    private static final MachineKinds KINDS = new MachineKinds(List.of(new Doorbell()));

    private FamilyTexts() {
    }

    /** The family that {@code text} holds. */
    public static Family read(String text) {
        return new FamilyReader(KINDS, new Catalogue(KINDS))
                .read(new TextFolder().with("f.yaml", text), "f.yaml");
    }

    /** What is told of the good file when {@code part} is replaced. */
    static List<String> problems(String part, String replacement) {
        if (!GOOD.contains(part)) {
            throw new IllegalArgumentException("the good file has no '" + part + "'");
        }
        try {
            read(GOOD.replace(part, replacement));
            return List.of();
        } catch (UnusableInputException refused) {
            return refused.problems().stream().map(Problem::toString).toList();
        }
    }
}
