package org.exitrace.scenarios.campaign;

import org.exitrace.engine.schedule.Schedule;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * A failing schedule made short.
 *
 * @param design the design, on the smallest machine that was found
 * @param schedule the schedule on that machine
 * @param minimal whether no single step can be left out; false only if it was interrupted
 * @param attempts how many runs that took
 */
public record ShrunkFailure(
        ScenarioDesign design, Schedule schedule, boolean minimal, long attempts) {
}
