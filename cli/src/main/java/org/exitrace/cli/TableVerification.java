package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.scenarios.table.CheckResult;
import org.exitrace.scenarios.table.CheckRow;
import org.exitrace.scenarios.table.CheckTable;
import org.exitrace.scenarios.table.CheckTables;

/** Runs the rows of tables, and tells which failed. */
final class TableVerification {

    private final CheckTables tables;
    private final Consumer<String> shown;
    private final boolean tellsEachRow;
    private final BooleanSupplier interrupted;
    private final Checks checks;
    private final List<JsonObject> documents = new ArrayList<>();
    private long passed;
    private long failed;

    /**
     * Runs rows of {@code tables}.
     *
     * @param shown gets the lines for people
     * @param tellsEachRow whether a row that passed gets a line, too
     * @param interrupted asked before each row whether to stop
     * @param checks gets what each row gave
     */
    TableVerification(CheckTables tables, Consumer<String> shown, boolean tellsEachRow,
            BooleanSupplier interrupted, Checks checks) {
        this.checks = checks;
        this.tables = tables;
        this.shown = shown;
        this.tellsEachRow = tellsEachRow;
        this.interrupted = interrupted;
    }

    /** Runs all rows of {@code table}; tells nothing of one whose first row was not tried. */
    void verify(CheckTable table) {
        List<JsonObject> rows = new ArrayList<>();
        Sheet sheet = new Sheet(VerifyVerb.WORD_COLUMNS);
        long before = failed;
        for (CheckRow row : table.rows()) {
            if (!interrupted.getAsBoolean()) {
                CheckResult result = tables.run(row);
                passed += result.passed() ? 1 : 0;
                failed += result.passed() ? 0 : 1;
                checks.add(table.name(), result);
                write(result, sheet);
                rows.add(json(result));
            }
        }
        if (rows.isEmpty() && interrupted.getAsBoolean()) {
            return;
        }
        long wrong = failed - before;
        int untried = table.rows().size() - rows.size();
        sheet.add(wrong > 0 ? "FAILED" : untried > 0 ? "undecided" : "passed", table.name() + ": "
                + (rows.size() - wrong) + " rows passed, " + wrong + " failed"
                + (untried > 0 ? ", " + untried + " not tried" : ""));
        shown.accept(sheet.toString());
        documents.add(new JsonObject().put("table", table.name()).put("title", table.title())
                .put("passed", rows.size() - wrong).put("failed", wrong).put("rows", rows));
    }

    private void write(CheckResult result, Sheet sheet) {
        CheckRow row = result.row();
        if (!result.passed()) {
            sheet.add("FAILED", row.id() + " (" + row.place() + ")").add("", result.wrong());
        } else if (tellsEachRow) {
            sheet.add("passed", row.id() + ": " + row.gives());
        }
    }

    private static JsonObject json(CheckResult result) {
        return json(result.row()).put("gave", result.gave())
                .put("verdict", result.passed() ? "passed" : "failed").put("why", result.wrong());
    }

    /** What a row says. */
    static JsonObject json(CheckRow row) {
        return new JsonObject().put("id", row.id()).put("kernels", row.kernels())
                .put("machine", row.machine())
                .put("given", row.given()).put("asks", row.asks()).put("gives", row.gives())
                .put("source", row.source()).put("place", row.place());
    }

    long passed() {
        return passed;
    }

    long failed() {
        return failed;
    }

    /** For programs: each table with its rows. */
    List<JsonObject> documents() {
        return documents;
    }
}
