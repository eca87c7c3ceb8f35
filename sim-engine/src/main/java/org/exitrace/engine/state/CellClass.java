package org.exitrace.engine.state;

/** What a cell is for; decides whether it takes part in the fingerprint. */
public enum CellClass {
    /** Part of the modelled system: fingerprinted, read by guards, effects and properties. */
    ESSENTIAL,
    /** History kept for properties: fingerprinted, and decides nothing but other history. */
    GHOST,
    /** Virtual time and statistics: not fingerprinted, so two states that differ in it are one. */
    CLOCK
}
