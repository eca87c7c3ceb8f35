package org.exitrace.traces.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.exitrace.traces.line.TraceEvent;

/** Writes events as lines. What was read from a trace comes out as it stood there. */
public final class TraceWriter implements Closeable {

    private static final int FULL = 1 << 16;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();

    /** Writes to {@code out}, which is closed with this. */
    public TraceWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes a line. */
    public void write(TraceEvent event) throws IOException {
        event.print(text);
        text.append('\n');
        if (text.length() >= FULL) {
            flush();
        }
    }

    /** Writes a line that is no event, such as a heading. */
    public void writeLine(String line) throws IOException {
        text.append(line).append('\n');
        if (text.length() >= FULL) {
            flush();
        }
    }

    /** Hands on all that was written. */
    public void flush() throws IOException {
        // One character for each byte, so that names in any encoding come out as they came in.
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        text.setLength(0);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
