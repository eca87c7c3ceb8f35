package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.exitrace.engine.step.Step;

/**
 * How each state was found: the number of the state before it and the step between, six bytes. No
 * fingerprint of a parent is needed, since states are looked behind in the order of their numbers.
 */
final class ParentLog {

    private final IntLog parents = new IntLog();
    private final CharLog steps = new CharLog();

    void add(int parent, int step) {
        parents.add(parent);
        steps.add(step);
    }

    /** Full names of the steps from the first state to state {@code number}. */
    List<String> path(long number, List<Step> all) {
        List<String> names = new ArrayList<>();
        for (long at = number; at != 0; at = parents.get(at)) {
            names.add(all.get(steps.get(at)).fullName());
        }
        Collections.reverse(names);
        return names;
    }

    long chunkBytes() {
        return IntLog.CHUNK_BYTES + CharLog.CHUNK_BYTES;
    }

    long bytes() {
        return parents.bytes() + steps.bytes();
    }
}
