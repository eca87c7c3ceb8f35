package org.exitrace.scenarios.file;

import java.util.List;
import java.util.Optional;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problem;

/**
 * A scenario file as far as it could be read.
 *
 * @param problems everything that is wrong with the file itself
 * @param recordings the names of recorded schedules, where they stand in the file
 * @param scenario the scenario; empty where something is wrong
 */
public record ScenarioDraft(
        List<Problem> problems, List<Node.Scalar> recordings, Optional<Scenario> scenario) {

    /** Copies the lists. */
    public ScenarioDraft {
        problems = List.copyOf(problems);
        recordings = List.copyOf(recordings);
    }
}
