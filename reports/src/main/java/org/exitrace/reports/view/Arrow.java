package org.exitrace.reports.view;

/**
 * A message in the widest sense: a step of one actor made a step of another possible.
 *
 * @param from number of the step that enabled the other
 * @param to number of the enabled step
 * @param enabled what was enabled, in words
 */
public record Arrow(int from, int to, String enabled) {
}
