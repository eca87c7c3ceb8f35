package org.exitrace.scenarios.doorbell;

import java.util.List;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioReader;

/**
 * A scenario file {@code own.yaml} of a machine that ships, in which {@code CALL} stands for a call
 * of a script.
 *
 * @param text all of it
 */
public record OwnFile(String text) {

    private static final String NAME = "own.yaml";

    /** The same with {@code call}. */
    public OwnFile calling(String call) {
        return with("CALL", call);
    }

    /** The same with {@code other} for {@code part}, which it must have. */
    public OwnFile with(String part, String other) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException("the file has no '" + part + "'");
        }
        return new OwnFile(text.replace(part, other));
    }

    /** What reading it gives. */
    public Scenario read() {
        return new ScenarioReader(KnownMachines.all())
                .read(new TextFolder().with(NAME, text), NAME);
    }

    /** What is wrong with it. */
    public List<String> problems() {
        try {
            read();
            return List.of();
        } catch (UnusableInputException unusable) {
            return unusable.problems().stream().map(Problem::toString).toList();
        }
    }
}
