package org.exitrace.scenarios.comparison;

/**
 * How far a comparison is.
 *
 * @param ended how many searches and measurements are over
 * @param all how many there are
 * @param states distinct states that all searches together have found
 */
public record ComparisonProgress(int ended, int all, long states) {
}
