package org.exitrace.psp.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.StateDiagram;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The page on the firmware shows the diagrams that follow from what the handlers declare. */
class StateDiagramsTest {

    /** Run with {@code -Dexitrace.golden=update} to draw them anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path PAGE = Path.of("../docs/sev-firmware.md");

    @TestFactory
    Stream<DynamicTest> areThoseOfTheHandlers() {
        return Stream.of("platform", "snp", "guest", "activation", "asid", "gctx", "page")
                .map(machine -> DynamicTest.dynamicTest(machine, () -> compare(machine)));
    }

    private static void compare(String machine) throws IOException {
        String begin = "<!-- diagram: " + machine + " -->\n";
        String end = "<!-- end of diagram -->";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end, from);
        assertThat(page).as("markers of the diagram").contains(begin);
        String drawn = "```mermaid\n" + StateDiagram.of(machine, new Commands(
                new FirmwareBounds(2, 1, 2, 3, 2, 4)).all()).mermaid() + "```\n";
        if (UPDATE) {
            Files.writeString(PAGE, page.substring(0, from) + drawn + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).as("draw it with -Dexitrace.golden=update")
                    .isEqualTo(drawn);
        }
    }
}
