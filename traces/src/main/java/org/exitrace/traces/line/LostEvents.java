package org.exitrace.traces.line;

/**
 * The trace says that it lacks something: the kernel's buffer was full.
 *
 * @param line the number of its line, from 1
 * @param cpu whose buffer
 * @param count how many; 0 where the trace does not know
 * @param text the line
 */
public record LostEvents(long line, int cpu, long count, String text) implements TraceItem {
}
