package org.exitrace.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.read.Tally;
import org.exitrace.traces.read.TraceReader;
import org.exitrace.traces.write.TraceWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces that others recorded; they are not ours to commit, and lie where a property says. */
class RecordedTracesTest {

    @ParameterizedTest
    @CsvSource({"amd-idle-halt-off.txt, 13", "amd-idle-halt-on.txt, 11",
        "intel-1vcpu-kvm_exit.txt, 6000"})
    void parseToTheLastLineAndAreWrittenAsTheyStood(String name, long lines) throws IOException {
        byte[] text = Files.readAllBytes(recorded(name));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Tally tally;
        try (TraceReader reader = new TraceReader(new ByteArrayInputStream(text));
                TraceWriter writer = new TraceWriter(written)) {
            for (TraceItem item = reader.next(); item != null; item = reader.next()) {
                writer.write((TraceEvent) item);
            }
            tally = reader.tally();
        }

        assertThat(written.toByteArray()).isEqualTo(text);
        assertThat(List.of(tally.lines(), tally.known(), tally.damaged()))
                .containsExactly(lines, lines, 0L);
    }

    /** Where a folder is told, they must be in it. */
    private static Path recorded(String name) {
        String told = System.getProperty("exitrace.traces", "");
        Path file = Path.of(told.isEmpty() ? "../../shared/data/traces" : told, name);
        assumeTrue(!told.isEmpty() || Files.exists(file), "not held against recorded traces, which"
                + " are not ours to commit: say where they are with -Dexitrace.traces=FOLDER");
        return file;
    }
}
