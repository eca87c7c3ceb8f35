package org.exitrace.reports.view;

import java.util.BitSet;

/**
 * What each actor could do in one state, by its index. Who is in neither set rests: it has nothing
 * to do, or need not do it.
 *
 * @param ready who can take a step
 * @param waiting who cannot, and ought to
 */
public record Activity(BitSet ready, BitSet waiting) {
}
