package org.exitrace.traces.line;

import org.exitrace.traces.body.Tracepoint;

/**
 * The name of an event with what stands around it.
 *
 * @param lead behind the time's colon: blanks, and the name of the subsystem in some formats
 * @param tracepoint what the name means
 * @param gap the blanks between the name's colon and the body
 */
public record Label(String lead, Tracepoint tracepoint, String gap) {

    void print(StringBuilder out) {
        out.append(lead).append(tracepoint.name()).append(':').append(gap);
    }
}
