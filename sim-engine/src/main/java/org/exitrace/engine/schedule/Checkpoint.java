package org.exitrace.engine.schedule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the state was behind some step of a schedule.
 *
 * @param step number of the step, from 1; 0 is the first state
 * @param fingerprint of the state
 * @param changed rendered value, by name, of each cell that differs from the checkpoint before,
 *     in declaration order
 */
public record Checkpoint(int step, long fingerprint, Map<String, String> changed) {

    /** Keeps a copy, in the order given. */
    public Checkpoint {
        changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
    }
}
