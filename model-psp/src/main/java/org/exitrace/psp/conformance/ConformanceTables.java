package org.exitrace.psp.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.exitrace.engine.run.RunObserver;

/**
 * All tables. A model opens no files, so that whoever asks for the tables brings what reads them:
 * they lie beside this class.
 */
public final class ConformanceTables {
    /** The names of all tables, in order; the file of each bears its name and {@link #ENDING}. */
    public static final List<String> NAMES = List.of("platform", "guests", "asids", "snp", "rmp",
            "guest-request", "mailbox");
    /** How the names of the files end. */
    public static final String ENDING = ".tsv";
    private static final String GIVEN = "given" + ENDING;
    private static final String NEVER_TOGETHER = "never-together" + ENDING;
    private final List<ConformanceTable> tables = new ArrayList<>();
    private final Givens givens;
    private final NeverTogether neverTogether;

    /**
     * Reads them.
     *
     * @param texts the text of the file of a name
     * @throws TableException telling file and line of what is wrong
     */
    public ConformanceTables(UnaryOperator<String> texts) {
        givens = new Givens(GIVEN, texts.apply(GIVEN));
        neverTogether = NeverTogether.of(NEVER_TOGETHER, texts.apply(NEVER_TOGETHER));
        for (String name : NAMES) {
            String file = name + ENDING;
            tables.add(ConformanceTable.of(name, file, texts.apply(file)));
        }
        Set<String> ids = new LinkedHashSet<>();
        for (TableRow row : rows()) {
            if (!ids.add(row.id())) {
                throw row.at().wrong("there is a row '" + row.id() + "' already; append :<what>"
                        + " to one of them");
            }
        }
    }

    /** All tables, in order. */
    public List<ConformanceTable> all() {
        return List.copyOf(tables);
    }

    /** The rows of all tables, in order. */
    public List<TableRow> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /** The operations that {@code row} is given, in order. */
    public List<String> given(TableRow row) {
        return givens.expand(row.given(), row.at());
    }

    /** What becomes of {@code row} on a machine; observers are told of the run. */
    public RowResult run(TableRow row, RunObserver... observers) {
        return new RowRun(row, givens, observers).go();
    }

    /** Which rows are missing. */
    public Coverage coverage() {
        return new Coverage(rows(), neverTogether);
    }
}
