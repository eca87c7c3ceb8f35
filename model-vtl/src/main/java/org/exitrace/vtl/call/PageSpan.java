package org.exitrace.vtl.call;

/**
 * Pages that some neighbouring VTLs are about to lose, or to get.
 *
 * @param lowest the lowest of those VTLs
 * @param above the VTL above the highest of them; as low as the lowest if there are none
 * @param first the first page
 * @param count how many pages, from 1
 */
public record PageSpan(int lowest, int above, int first, int count) {
}
