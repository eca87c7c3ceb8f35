package org.exitrace.traces.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TraceLinesTest {

    @Property
    void partBytesAtFeedsAndNowhereElse(@ForAll("texts") String text) throws IOException {
        List<String> read = new ArrayList<>();
        TraceLines lines = new TraceLines(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        while (lines.advance()) {
            read.add(new String(lines.bytes(), lines.start(), lines.end() - lines.start(),
                    StandardCharsets.ISO_8859_1));
        }

        List<String> expected = new ArrayList<>(List.of(text.split("\n", -1)));
        if (expected.get(expected.size() - 1).isEmpty()) {
            expected.remove(expected.size() - 1);
        }
        assertThat(read).isEqualTo(expected);
    }

    /** Feeds, and bytes that differ from one in a bit or by one. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("\n\n\u000b\t\u008a\u0000\u00ff\u0080\u0001a")
                .ofMaxLength(60);
    }
}
