package org.exitrace.traces.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.exitrace.traces.Samples;
import org.exitrace.traces.line.TraceEvent;
import org.junit.jupiter.api.Test;

class TraceWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void manyLinesComeOutInOrder() throws IOException {
        StringBuilder text = new StringBuilder("# tracer: nop\n");
        for (int i = 0; i < 5000; i++) {
            text.append(" a-").append(i).append(" [000] 1.000000: kvm_fpu: load\n");
        }
        try (TraceWriter writer = new TraceWriter(out)) {
            writer.writeLine("# tracer: nop");
            for (TraceEvent event : Samples.events(text.toString())) {
                writer.write(event);
            }
            for (int i = 0; i < 9000; i++) {
                writer.writeLine("# heading");
            }
        }
        assertThat(out.toString(StandardCharsets.ISO_8859_1))
                .isEqualTo(text + "# heading\n".repeat(9000));
    }

    @Test
    void whatIsWrittenIsHandedOnBeforeAllOfItFillsTheMemory() throws IOException {
        TraceWriter writer = new TraceWriter(out);
        String line = "x".repeat(60_000);
        writer.writeLine(line);
        assertThat(out.size()).isZero();

        writer.writeLine(line);

        assertThat(out.size()).isEqualTo(120_002);
        writer.write(Samples.events(" 1.000000: printk: " + "y".repeat(65_000)).get(0));
        writer.write(Samples.events(" 1.000000: printk: " + "y".repeat(65_000)).get(0));
        assertThat(out.size()).isGreaterThan(240_000);
    }

    @Test
    void namesInAnyEncodingComeOutAsTheyCameIn() throws IOException {
        byte[] line = " gäst-7 [000] 1.000000: kvm_fpu: load".getBytes(StandardCharsets.UTF_8);
        try (TraceWriter writer = new TraceWriter(out)) {
            writer.write(Samples.events(
                    new String(line, StandardCharsets.ISO_8859_1)).get(0));
        }
        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(" gäst-7 [000] 1.000000: kvm_fpu: load\n");
    }
}
