package org.exitrace.scenarios.family;

import java.util.List;

/**
 * What a list shows of a family that comes with the program.
 *
 * @param name as commands name it
 * @param title what is compared, in one line
 * @param columns the names of its designs
 * @param scenarios the names of its machines
 */
public record FamilyEntry(
        String name, String title, List<String> columns, List<String> scenarios) {

    private static final String COLUMN = "\t";
    private static final int COLUMNS = 4;

    /** Copies the lists. */
    public FamilyEntry {
        columns = List.copyOf(columns);
        scenarios = List.copyOf(scenarios);
    }

    /** What a list shows of {@code family}. */
    public static FamilyEntry of(Family family) {
        return new FamilyEntry(family.name(), family.title(),
                family.columns().stream().map(FamilyColumn::name).toList(),
                family.scenarios().stream().map(FamilyScenario::name).toList());
    }

    /** The entry that a line of the index holds. */
    static FamilyEntry parse(String line) {
        String[] columns = line.split(COLUMN);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("the index of families has a line of "
                    + columns.length + " columns: " + line);
        }
        return new FamilyEntry(columns[0], columns[1], List.of(columns[2].split(" ")),
                List.of(columns[3].split(" ")));
    }

    /** The line of the index that holds this entry. */
    public String line() {
        return String.join(COLUMN, name, title, String.join(" ", columns),
                String.join(" ", scenarios));
    }

    /** Whether {@code path} is this family, or the folder in which all seem to lie. */
    public boolean isIn(String path) {
        return (Family.FOLDER + name).equals(path) || Family.FOLDER.equals(path + "/");
    }
}
