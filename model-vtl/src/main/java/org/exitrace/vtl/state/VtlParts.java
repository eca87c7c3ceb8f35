package org.exitrace.vtl.state;

/**
 * What a machine has that others do without: cells of it cost nothing elsewhere.
 *
 * @param pages guest pages, from 0
 * @param sints SINTs of each SynIC with their message slots, from 0
 * @param vina whether VTLs can be told of interrupts of lower ones
 */
public record VtlParts(int pages, int sints, boolean vina) {

    /** None of all that. */
    public static final VtlParts NONE = new VtlParts(0, 0, false);
}
