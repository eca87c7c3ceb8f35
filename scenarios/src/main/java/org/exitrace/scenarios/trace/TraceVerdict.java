package org.exitrace.scenarios.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a trace is a behaviour of the model.
 *
 * @param lines how many lines from the first on are one
 * @param judged how many events of them say where a vCPU is, and fit
 * @param unassigned how many would, but nobody knows of which vCPU they are
 * @param vcpus how many vCPUs there are
 * @param gaps how often nothing was known afterwards: events were lost, or a line was damaged
 * @param setAside how many lines are events that nobody looked at: of tracepoints that were said
 *     not to be recorded
 * @param hidden how often hidden steps explain an event, each by the fewest that do
 * @param rejection the first line that does not fit
 */
public record TraceVerdict(long lines, long judged, long unassigned, int vcpus, long gaps,
        long setAside, Map<String, Long> hidden, Optional<Rejection> rejection) {

    /** Whether all of it fits. */
    public boolean isAccepted() {
        return rejection.isEmpty();
    }

    /**
     * An event that is not possible where it stands.
     *
     * @param line its number
     * @param text the line
     * @param vcpu whose event it is
     * @param event what it is to the model
     * @param possible what was possible instead
     * @param before the events of this vCPU in front of it, with what explains them
     */
    public record Rejection(long line, String text, String vcpu, String event,
            List<String> possible, List<Explained> before) {
    }

    /**
     * An event that fits.
     *
     * @param line its number
     * @param event what it is to the model
     * @param hidden the hidden steps in front of it
     */
    public record Explained(long line, String event, List<String> hidden) {
    }
}
