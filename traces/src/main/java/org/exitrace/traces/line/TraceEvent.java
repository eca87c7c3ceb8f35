package org.exitrace.traces.line;

import org.exitrace.traces.body.Body;

/**
 * Something that happened.
 *
 * @param line the number of its line, from 1
 * @param stamp by whom, where and when
 * @param label its name, as the line has it
 * @param body what it says; its tracepoint is that of the label
 */
public record TraceEvent(long line, Stamp stamp, Label label, Body body) implements TraceItem {

    /** Refuses a body of something else. */
    public TraceEvent {
        if (label.tracepoint() != body.tracepoint()) {
            throw new IllegalArgumentException("a line of " + label.tracepoint()
                    + " cannot have a body of " + body.tracepoint());
        }
    }

    /** The line, without its end. */
    public void print(StringBuilder out) {
        stamp.print(out);
        label.print(out);
        body.print(out);
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        print(out);
        return out.toString();
    }
}
