package org.exitrace.scenarios.campaign;

import java.util.Map;

/**
 * The race for one property in many timed runs.
 *
 * <p>The fate of a property is open in a state from which some continuation breaks it and another
 * gets away for good. The window is open in a state in which the fate is, and in which one of the
 * steps that can be taken next seals it: it opens with the step that leads there and closes with
 * the one that leads away.
 *
 * @param property its id
 * @param runs how many runs were looked at
 * @param openNs for each run whose fate was open at first, how long until it was decided
 * @param windowNs for each run in which the window was open, for how long, all its times together
 * @param lostNs for each run that was lost, how long from the critical step to where it broke
 * @param opens which steps opened the window, how often each, by their full names
 * @param closes which steps closed it with nothing lost, how often each
 * @param critical which steps were the last before which a good outcome could be reached, how
 *     often each
 * @param firstLost number of the first run that was lost; -1 if none was
 */
public record RaceWindow(String property, long runs, long[] openNs, long[] windowNs, long[] lostNs,
        Map<String, Long> opens, Map<String, Long> closes, Map<String, Long> critical,
        long firstLost) {

    /** In how many runs the window was open at all. */
    public int opened() {
        return windowNs.length;
    }

    /** In how many runs the property was lost. */
    public long lost() {
        return critical.values().stream().mapToLong(Long::longValue).sum();
    }
}
