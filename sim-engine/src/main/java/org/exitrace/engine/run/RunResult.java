package org.exitrace.engine.run;

import java.util.Map;
import java.util.Set;
import org.exitrace.engine.property.Property;

/**
 * What a run showed.
 *
 * @param end why it ended
 * @param steps how many steps were taken
 * @param endNs virtual time of the last step, in nanoseconds; 0 in untimed runs
 * @param broken the broken properties, each with the step behind which it broke first, in order
 * @param reached the {@code reachable} properties whose condition held somewhere
 * @param owed the {@code eventually} properties still owed at the end of a run that did not come
 *     to rest: neither kept nor broken
 * @param fingerprint of the last state
 */
public record RunResult(
        RunEnd end, long steps, long endNs, Map<Property, Long> broken, Set<Property> reached,
        Set<Property> owed, long fingerprint) {

    /** Whether no property broke. */
    public boolean isClean() {
        return broken.isEmpty();
    }
}
