package org.exitrace.scenarios.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * What a list shows of a scenario.
 *
 * @param name such as {@code ap-boot/lost-wake-up}
 * @param title what happens, in one line
 * @param expectations of each design, by the design's name, as {@code Expectation} writes them
 */
public record CatalogueEntry(String name, String title, Map<String, String> expectations) {

    private static final String COLUMN = "\t";
    private static final String IS = " = ";

    /** What a list shows of {@code scenario}. */
    public static CatalogueEntry of(Scenario scenario) {
        Map<String, String> expectations = new LinkedHashMap<>();
        for (ScenarioDesign design : scenario.designs()) {
            expectations.put(design.name(), design.expectation().toString());
        }
        return new CatalogueEntry(scenario.name(), scenario.title(), expectations);
    }

    /** The entry that a line of the index holds. */
    static CatalogueEntry parse(String line) {
        String[] columns = line.split(COLUMN);
        if (columns.length < 3) {
            throw new IllegalStateException("the catalogue's index has a line of "
                    + columns.length + " columns: " + line);
        }
        Map<String, String> expectations = new LinkedHashMap<>();
        for (int i = 2; i < columns.length; i++) {
            String[] parts = columns[i].split(IS, 2);
            expectations.put(parts[0], parts[1]);
        }
        return new CatalogueEntry(columns[0], columns[1], expectations);
    }

    /** The line of the index that holds this entry. */
    public String line() {
        return name + COLUMN + title + COLUMN + expectations.entrySet().stream()
                .map(entry -> entry.getKey() + IS + entry.getValue())
                .collect(Collectors.joining(COLUMN));
    }

    /** Whether {@code path} is this entry's name or a folder that it lies in. */
    public boolean isIn(String path) {
        return name.equals(path) || name.startsWith(path + "/");
    }
}
