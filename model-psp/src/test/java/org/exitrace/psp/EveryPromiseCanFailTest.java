package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

/**
 * A promise that nothing could break would promise nothing: each is broken by a design of the
 * catalogue, or by firmware, a driver or a processor that a test breaks by hand. The page on the
 * firmware says which promises stand for which invariant.
 */
class EveryPromiseCanFailTest {

    private static final Path CATALOGUE =
            Path.of("../scenarios/src/main/resources/catalogue/sev-firmware");
    private static final Path TESTS = Path.of("src/test/java/org/exitrace/psp");
    private static final Path PAGE = Path.of("../docs/sev-firmware.md");
    private static final Pattern EXPECTED = Pattern.compile("expect: \\{broken: (.*)}");

    @Test
    void inTheCatalogueOrByHand() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String text : texts(CATALOGUE, ".yaml")) {
            EXPECTED.matcher(text).results().forEach(found -> broken.addAll(
                    List.of(found.group(1).replaceAll("[\\[\\] ]", "").split(","))));
        }
        List<String> byHand = texts(TESTS, "Test.java").stream()
                .filter(text -> text.contains("class Broken")).toList();
        assertThat(promises()).allMatch(id -> broken.contains(id)
                || byHand.stream().anyMatch(text -> text.contains('"' + id + '"')));
    }

    @Test
    void eachInvariantOfThePageHasPromises() throws IOException {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("\n## h. Invariants"));
        List<String> rows = table.lines().filter(line -> line.matches("\\| \\d+ \\|.*")).toList();
        assertThat(rows).hasSize(10).allMatch(row -> !named(row).isEmpty());
        for (String row : rows) {
            assertThat(promises()).as(row).containsAll(named(row));
        }
    }

    /** What the last column of {@code row} names. */
    private static List<String> named(String row) {
        String[] columns = row.split(" \\| ");
        return Pattern.compile("`([a-z-]+)`").matcher(columns[2]).results()
                .map(found -> found.group(1)).toList();
    }

    private static List<String> promises() {
        Model model = new Hosts(new FirmwareBounds(1, 1, 1, 1, 1, 2)).model();
        return model.properties().stream().map(Property::id).toList();
    }

    private static List<String> texts(Path folder, String end) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(end)).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
