package org.exitrace.scenarios.tracepoint;

import org.exitrace.engine.step.Step;

/**
 * A step that was taken.
 *
 * @param step the step
 * @param atNs when
 * @param before the state in front of it
 * @param after the state behind it
 * @param waited whether another's step has made it possible, behind the last of its teller
 */
record Moment(Step step, long atNs, long[] before, long[] after, boolean waited) {
}
