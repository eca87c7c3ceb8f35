package org.exitrace.scenarios.campaign;

import java.util.List;

/**
 * Where one run was lost for a property: the last of its steps before which a good outcome could
 * still be reached, or some steps one behind the other of which one is that.
 *
 * @param property its id
 * @param run number of the run
 * @param steps by their full names, the first first; one where it was decided, none where nothing
 *     was
 * @param first number of the first of them in the run, from 1
 */
public record CriticalStep(String property, long run, List<String> steps, int first) {

    /** Whether it is known which step it was. */
    public boolean isDecided() {
        return steps.size() == 1;
    }
}
