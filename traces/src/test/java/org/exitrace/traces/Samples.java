package org.exitrace.traces;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.read.TraceReader;

/** Small traces, and what a reader makes of them. */
public final class Samples {

    private Samples() {
    }

    /** The text of a trace beside this class. */
    public static String text(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A reader of {@code text}. */
    public static TraceReader reader(String text) {
        return new TraceReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** All that {@code reader} has left. */
    public static List<TraceItem> items(TraceReader reader) {
        try {
            List<TraceItem> items = new ArrayList<>();
            for (TraceItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
            return items;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The events among the lines of {@code text}. */
    public static List<TraceEvent> events(String text) {
        return items(reader(text)).stream().filter(TraceEvent.class::isInstance)
                .map(TraceEvent.class::cast).toList();
    }
}
