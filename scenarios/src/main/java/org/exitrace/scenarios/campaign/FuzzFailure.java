package org.exitrace.scenarios.campaign;

import java.util.List;
import org.exitrace.engine.schedule.Schedule;

/**
 * A run that broke something.
 *
 * @param run its number, from 0
 * @param seed of the run
 * @param strategy how it chose, as drawn from the seed
 * @param broken ids of the properties that it broke, the first first
 * @param schedule what it did
 */
public record FuzzFailure(
        long run, long seed, String strategy, List<String> broken, Schedule schedule) {
}
