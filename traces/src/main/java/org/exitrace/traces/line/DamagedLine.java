package org.exitrace.traces.line;

/**
 * A line that nobody can understand.
 *
 * @param line its number, from 1
 * @param why what is wrong with it
 * @param text its beginning, printable
 */
public record DamagedLine(long line, String why, String text) implements TraceItem {
}
