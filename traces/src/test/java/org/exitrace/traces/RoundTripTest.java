package org.exitrace.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exitrace.traces.line.DamagedLine;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.write.TraceWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

    @ParameterizedTest
    @ValueSource(strings = {"trace-cmd.txt", "trace-pipe.txt", "perf-script.txt"})
    void whatIsReadIsWrittenAsItStood(String name) throws IOException {
        String text = Samples.text(name);

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (TraceWriter writer = new TraceWriter(written)) {
            for (TraceEvent event : Samples.events(text)) {
                writer.write(event);
            }
        }

        assertThat(written.toString(StandardCharsets.ISO_8859_1)).isEqualTo(eventLines(text));
        assertThat(Samples.items(Samples.reader(text))).noneMatch(DamagedLine.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace-cmd.txt", "trace-pipe.txt", "perf-script.txt"})
    void eventsOfKvmAreUnderstoodAndOthersKept(String name) {
        for (TraceEvent event : Samples.events(Samples.text(name))) {
            assertThat(event.body().tracepoint().isKnown()).as(event.toString())
                    .isEqualTo(event.body().tracepoint().name().startsWith("kvm_"));
        }
    }

    private static String eventLines(String text) {
        List<String> events = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (Set.of("c", "C", "#").stream().noneMatch(line::startsWith)) {
                events.add(line + "\n");
            }
        }
        return String.join("", events);
    }
}
