package org.exitrace.scenarios.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.psp.conformance.ConformanceTable;
import org.exitrace.psp.conformance.ConformanceTables;
import org.exitrace.psp.conformance.RowResult;
import org.exitrace.psp.conformance.TableRow;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.ResourceFolder;

/** All tables of checks: those of the SEV firmware. */
public final class CheckTables {

    /** The names of all tables, in order. */
    public static final List<String> NAMES =
            ConformanceTables.NAMES.stream().map(CheckTables::path).toList();

    private static final Folder FOLDER = new ResourceFolder(ConformanceTables.class,
            ConformanceTables.class.getPackageName().replace('.', '/'));

    private final ConformanceTables firmware;
    private final List<CheckTable> all = new ArrayList<>();
    private final Map<CheckRow, TableRow> rows = new LinkedHashMap<>();

    /** The tables that come with the program. */
    public CheckTables() {
        this(CheckTables::text);
    }

    /** The same with other files, whose texts {@code texts} tells by name. */
    public CheckTables(UnaryOperator<String> texts) {
        firmware = new ConformanceTables(texts);
        firmware.all().forEach(table -> all.add(read(table)));
    }

    /** The text of a file of the tables that come with the program. */
    public static String text(String file) {
        return FileText.read(FOLDER, file, Limits.HANDWRITTEN.bytes()).text();
    }

    private static String path(String table) {
        return "conformance/psp/" + table;
    }

    private CheckTable read(ConformanceTable table) {
        List<CheckRow> read = new ArrayList<>();
        for (TableRow row : table.rows()) {
            CheckRow shown = new CheckRow(row.id(), row.machine(),
                    String.join("; ", firmware.given(row)), row.command(), row.gives().name(),
                    row.source(), row.place());
            rows.put(shown, row);
            read.add(shown);
        }
        return new CheckTable(path(table.name()), table.title(), read);
    }

    /** All tables, in order. */
    public List<CheckTable> all() {
        return List.copyOf(all);
    }

    /** The tables that {@code path} names, or that lie in the folder of that name. */
    public List<CheckTable> in(String path) {
        String folder = path.replaceFirst("/+$", "");
        return all.stream().filter(table -> table.isIn(folder)).toList();
    }

    /** The table of that name. */
    public Optional<CheckTable> find(String name) {
        return all.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** What becomes of {@code row}, which is of one of these tables; observers see the run. */
    public CheckResult run(CheckRow row, RunObserver... observers) {
        RowResult result = firmware.run(rows.get(row), observers);
        return new CheckResult(row, result.gave(), result.wrong());
    }
}
