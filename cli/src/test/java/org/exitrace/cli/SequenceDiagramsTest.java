package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on trust levels draws the bugs of the thread as their recorded schedules run. */
class SequenceDiagramsTest {

    /** Run with {@code -Dexitrace.golden=update} to draw them anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path PAGE = Path.of("../docs/vtl.md");
    private static final String END = "<!-- end of diagram -->";
    private static final Pattern BEGIN = Pattern.compile("<!-- diagram: (\\S+) (\\S+) -->\n");

    @ParameterizedTest
    @MethodSource("drawn")
    void isWhatTheRecordedScheduleDoes(List<String> shown, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("drawn.mmd");
        Typed.words("report", shown.get(1), "--design", shown.get(2), "--out", file.toString());
        String drawn = "```mermaid\n" + Files.readString(file) + "```\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(shown.get(0)) + shown.get(0).length();
        int to = page.indexOf(END, from);
        if (UPDATE) {
            Files.writeString(PAGE, page.substring(0, from) + drawn + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).as("draw it with -Dexitrace.golden=update")
                    .isEqualTo(drawn);
        }
    }

    @Test
    void bothBugsOfTheThreadAreDrawn() throws IOException {
        assertThat(drawn().map(shown -> shown.get(1)))
                .contains("vtl/translate-races-vcpu", "vtl/send-ipi-target");
    }

    static Stream<List<String>> drawn() throws IOException {
        Matcher begin = BEGIN.matcher(Files.readString(PAGE));
        return begin.results().map(found ->
                List.of(found.group(), found.group(1), found.group(2)));
    }
}
