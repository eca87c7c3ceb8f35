package org.exitrace.kvm.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.psp.conformance.Givens;
import org.exitrace.psp.conformance.TableLine;

/** All tables of one interface of the kernel. A model opens no files: whoever asks brings them. */
public abstract class KernelTables {

    /** How the names of the files end. */
    public static final String ENDING = ".tsv";
    private static final String GIVEN = "given" + ENDING;

    private final List<KernelTable> tables = new ArrayList<>();
    private final Givens givens;

    /**
     * Reads them.
     *
     * @param names the names of the tables, in order; the file of each bears its name
     * @param asks how the column is called that tells what is asked
     * @param check refuses a row that can give no such thing
     * @param texts the text of the file of a name
     */
    protected KernelTables(List<String> names, String asks, Consumer<KernelRow> check,
            UnaryOperator<String> texts) {
        givens = new Givens(GIVEN, texts.apply(GIVEN));
        List<String> header = List.of("id", "kernels", "machine", "given", asks, "gives", "source");
        Set<String> ids = new LinkedHashSet<>();
        for (String name : names) {
            String text = texts.apply(name + ENDING);
            List<KernelRow> rows = TableLine.of(name + ENDING, text, header).stream()
                    .map(KernelRow::of).toList();
            for (KernelRow row : rows) {
                check.accept(row);
                if (!ids.add(row.id())) {
                    throw row.at().wrong("there is a row '" + row.id() + "' already; append"
                            + " :<what> to one of them");
                }
            }
            tables.add(new KernelTable(name, TableLine.title(text), rows));
        }
    }

    /** All tables, in order. */
    public List<KernelTable> all() {
        return List.copyOf(tables);
    }

    /** The rows of all tables, in order. */
    public List<KernelRow> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /** What {@code row} is given, in order. */
    public List<String> given(KernelRow row) {
        return givens.expand(row.given(), row.at());
    }

    /** What becomes of {@code row} in each of its kernels; observers are told of the runs. */
    public abstract KernelResult run(KernelRow row, RunObserver... observers);
}
