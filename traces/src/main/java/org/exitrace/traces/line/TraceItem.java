package org.exitrace.traces.line;

/** What a trace tells, one after the other. */
public sealed interface TraceItem permits TraceEvent, LostEvents, DamagedLine {

    /** The number of its line, from 1. */
    long line();
}
