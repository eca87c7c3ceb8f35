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

    private static Path recorded(String name) {
        String folder = System.getProperty("exitrace.traces", "");
        Path file = folder.isEmpty() ? Path.of("../../shared/data/traces", name)
                : Path.of(folder, name);
        assumeTrue(Files.exists(file),
                "no recorded traces here: say where with -Dexitrace.traces=FOLDER");
        return file;
    }
}
