package org.exitrace.vtl.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.exitrace.psp.conformance.Givens;
import org.exitrace.psp.conformance.TableLine;
import org.exitrace.vtl.design.StatusDialect;

/** All tables of hypercalls. A model opens no files: whoever asks brings them. */
public final class VtlTables {

    /** The names of all tables, in order. */
    public static final List<String> NAMES = List.of("entry", "enable", "start", "switch",
            "protections", "registers", "values", "interrupts", "translations", "flushes",
            "intercepts");
    private static final String ENDING = ".tsv";
    private static final String GIVEN = "given" + ENDING;

    private final List<VtlTable> tables = new ArrayList<>();
    private final Givens givens;

    /**
     * Reads them.
     *
     * @param texts the text of the file of a name
     */
    public VtlTables(UnaryOperator<String> texts) {
        givens = new Givens(GIVEN, texts.apply(GIVEN));
        Set<String> ids = new LinkedHashSet<>();
        for (String name : NAMES) {
            String text = texts.apply(name + ENDING);
            List<VtlRow> rows = TableLine.of(name + ENDING, text, VtlRow.HEADER).stream()
                    .map(VtlRow::of).toList();
            for (VtlRow row : rows) {
                if (!ids.add(row.id())) {
                    throw row.at().wrong("there is a row '" + row.id() + "' already; append"
                            + " :<what> to one of them");
                }
            }
            tables.add(new VtlTable(name, TableLine.title(text), rows));
        }
    }

    /** All tables, in order. */
    public List<VtlTable> all() {
        return List.copyOf(tables);
    }

    /** The rows of all tables, in order. */
    public List<VtlRow> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /** What is not as usual in {@code row}, in order. */
    public List<String> given(VtlRow row) {
        return givens.expand(row.given(), row.at());
    }

    /** What becomes of {@code row} in each of its dialects. */
    public VtlResult run(VtlRow row) {
        String gave = "";
        for (StatusDialect dialect : row.dialects()) {
            RowAnswer answer = new RowCall(row.at(), row.asks())
                    .decide(new RowCaller(row.at(), dialect, given(row)));
            gave = answer.text();
            String wrong = wrong(row, answer);
            if (!wrong.isEmpty()) {
                return new VtlResult(row, gave, dialect.label() + ": " + wrong);
            }
        }
        return new VtlResult(row, gave, "");
    }

    private static String wrong(VtlRow row, RowAnswer answer) {
        if (!answer.text().equals(row.gives())) {
            return "must give " + row.gives() + " and gave " + answer.text();
        }
        boolean succeeds = row.check().equals(VtlRow.SUCCESS);
        if (succeeds ? answer.violated().isEmpty() : answer.violated().contains(row.check())) {
            return "";
        }
        return "must find " + row.check() + " and found " + (answer.violated().isEmpty()
                ? VtlRow.SUCCESS : String.join(", ", answer.violated()));
    }
}
