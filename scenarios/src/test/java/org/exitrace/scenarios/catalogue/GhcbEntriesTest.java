package org.exitrace.scenarios.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.file.Scenario;
import org.junit.jupiter.api.Test;

/** docs/ghcb.md j names each entry of its folder of the catalogue, and what its designs break. */
class GhcbEntriesTest {

    /** {@code -Dexitrace.golden=update} writes the table anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path PAGE = Path.of("../docs/ghcb.md");
    private static final String BEGIN = "<!-- entries -->\n";
    private static final String END = "<!-- end of entries -->";

    @Test
    void thePageNamesEachEntryAndWhatItsDesignsBreak() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if (UPDATE) {
            page = page.substring(0, begin) + table() + page.substring(end);
            Files.writeString(PAGE, page);
            end = page.indexOf(END);
        }

        assertThat(page.substring(begin, end)).isEqualTo(table());
    }

    private static String table() {
        Catalogue catalogue = new Catalogue(KnownMachines.all());
        return catalogue.entries().stream().map(CatalogueEntry::name)
                .filter(name -> name.startsWith("ghcb/")).sorted().map(catalogue::read)
                .map(GhcbEntriesTest::row)
                .collect(Collectors.joining("", "| entry | what it is | some design breaks |\n"
                        + "|---|---|---|\n", ""));
    }

    private static String row(Scenario scenario) {
        return "| `" + scenario.name() + "` | " + scenario.title() + " | "
                + scenario.designs().stream()
                        .flatMap(design -> design.expectation().broken().stream())
                        .distinct().collect(Collectors.joining(", ")) + " |\n";
    }
}
