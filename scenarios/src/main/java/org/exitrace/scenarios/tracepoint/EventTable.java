package org.exitrace.scenarios.tracepoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.exitrace.engine.step.Step;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.body.Tracepoints;

/**
 * What the steps of machines say to KVM's tracepoints: a table in a text file, which its
 * own head describes.
 */
public final class EventTable {

    private static final String NOTE = "note";

    private final List<Section> sections = new ArrayList<>();
    private final Map<String, List<Section>> byStep = new ConcurrentHashMap<>();

    private EventTable(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("    ")) {
                sections.get(sections.size() - 1).rows().add(new EventRow(line.strip()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                String name = line.substring(0, line.indexOf(':'));
                sections.add(new Section(name.equals(NOTE) ? null : Tracepoints.of(name),
                        new ArrayList<>()));
            }
        }
    }

    /** The table of machines whose vCPUs are run by KVM_RUN. */
    public static EventTable ofKvmRun() {
        return KvmRun.TABLE;
    }

    /** The table of hosts on KVM whose guests have virtual trust levels. */
    public static EventTable ofVtls() {
        return Vtls.TABLE;
    }

    private static EventTable read(String file) {
        try (InputStream in = EventTable.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return new EventTable(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its sections, with those rows only that a step of that name can meet. */
    List<Section> of(Step step) {
        return byStep.computeIfAbsent(step.name(), this::find);
    }

    private List<Section> find(String step) {
        List<Section> met = new ArrayList<>();
        for (Section section : sections) {
            List<EventRow> rows = section.rows().stream()
                    .filter(row -> row.fits(step)).toList();
            if (!rows.isEmpty()) {
                met.add(new Section(section.tracepoint(), rows));
            }
        }
        return met;
    }

    /** All rows, as they stand there. */
    List<String> rows() {
        return sections.stream().flatMap(each -> each.rows().stream()).map(EventRow::toString)
                .toList();
    }

    /** Read when it is asked for first. */
    private static final class KvmRun {
        static final EventTable TABLE = read("kvm-run.txt");
    }

    /** Read when it is asked for first. */
    private static final class Vtls {
        static final EventTable TABLE = read("vtl.txt");
    }

    /**
     * All rows of one event, of which the first prints that holds.
     *
     * @param tracepoint the event; null for notes
     * @param rows its rows, in their order
     */
    record Section(Tracepoint tracepoint, List<EventRow> rows) {
    }
}
