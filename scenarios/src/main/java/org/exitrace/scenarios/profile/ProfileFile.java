package org.exitrace.scenarios.profile;

import java.util.List;
import org.exitrace.engine.time.TimingProfile;

/**
 * A timing profile with what a report has to say about it.
 *
 * @param name as scenarios and commands name it
 * @param title what is timed, in one line
 * @param platform what was measured
 * @param costs each key with how far its figure can be trusted, in the order of the file
 * @param times for the engine
 */
public record ProfileFile(
        String name, String title, String platform, List<Trust> costs, TimingProfile times) {

    /** Copies the list. */
    public ProfileFile {
        costs = List.copyOf(costs);
    }

    /** The keys whose figures nobody measured. */
    public List<String> assumedKeys() {
        return costs.stream().filter(cost -> cost.confidence().equals(Trust.ASSUMED))
                .map(Trust::key).toList();
    }

    /**
     * How far a figure can be trusted.
     *
     * @param key the cost key
     * @param confidence {@code high}, {@code medium}, {@code low} or {@code assumed}
     * @param source where it was read, or why it was assumed
     * @param conditions under which it was measured; may be empty
     */
    public record Trust(String key, String confidence, String source, String conditions) {

        /** Confidence of a figure that nobody measured. */
        public static final String ASSUMED = "assumed";
    }
}
