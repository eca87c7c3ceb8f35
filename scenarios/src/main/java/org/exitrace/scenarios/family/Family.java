package org.exitrace.scenarios.family;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exitrace.scenarios.document.Place;

/**
 * Designs that answer one question, and what they are compared by.
 *
 * @param name as commands name it
 * @param title what is compared, in one line
 * @param about the same in some sentences
 * @param sources where the designs were read
 * @param profile the name of the timing profile; empty where none is named
 * @param columns the designs, at least one
 * @param scenarios the machines, at least one
 * @param rows the properties, group by group
 * @param crossings which steps lead from guest to host or back
 * @param operations what is measured
 * @param place the file
 */
public record Family(String name, String title, String about, List<String> sources,
        String profile, List<FamilyColumn> columns, List<FamilyScenario> scenarios,
        List<FamilyRow> rows, List<DecidedElsewhere> elsewhere, Crossings crossings,
        List<MeasuredOperation> operations, Place place) {

    /** Folder that the scenarios of families seem to lie in. */
    public static final String FOLDER = "compare/";
    /** Between a family's file and the name of a scenario in it, where one is named. */
    public static final String SCENARIO = ":";

    /** Copies the lists. */
    public Family {
        sources = List.copyOf(sources);
        columns = List.copyOf(columns);
        scenarios = List.copyOf(scenarios);
        rows = List.copyOf(rows);
        elsewhere = List.copyOf(elsewhere);
        operations = List.copyOf(operations);
    }

    /** The scenario of that name. */
    public Optional<FamilyScenario> scenario(String scenarioName) {
        return scenarios.stream().filter(each -> each.name().equals(scenarioName)).findFirst();
    }

    /** The rows that are decided in {@code scenario}, among others. */
    public Stream<FamilyRow> rowsIn(FamilyScenario scenario) {
        return rows.stream().filter(row -> row.scenarios().contains(scenario.name()));
    }

    /** The column of that name. */
    public Optional<FamilyColumn> column(String columnName) {
        return columns.stream().filter(each -> each.name().equals(columnName)).findFirst();
    }

    /** The same with those columns alone. */
    public Family with(List<FamilyColumn> some) {
        return new Family(name, title, about, sources, profile, some, scenarios, rows, elsewhere,
                crossings, operations, place);
    }
}
