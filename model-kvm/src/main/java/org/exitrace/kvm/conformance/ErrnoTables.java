package org.exitrace.kvm.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.psp.conformance.Givens;

/** All tables of ioctls. A model opens no files: whoever asks brings what reads them. */
public final class ErrnoTables {

    /** The names of all tables, in order; the file of each bears its name and {@link #ENDING}. */
    public static final List<String> NAMES =
            List.of("life", "run", "memory", "encrypt-op", "context", "regions");
    /** How the names of the files end. */
    public static final String ENDING = ".tsv";
    private static final String GIVEN = "given" + ENDING;

    private final List<ErrnoTable> tables = new ArrayList<>();
    private final Givens givens;

    /**
     * Reads them.
     *
     * @param texts the text of the file of a name
     */
    public ErrnoTables(UnaryOperator<String> texts) {
        givens = new Givens(GIVEN, texts.apply(GIVEN));
        Set<String> ids = new LinkedHashSet<>();
        for (String name : NAMES) {
            String file = name + ENDING;
            ErrnoTable table = ErrnoTable.of(name, file, texts.apply(file));
            for (ErrnoRow row : table.rows()) {
                if (!ids.add(row.id())) {
                    throw row.at().wrong("there is a row '" + row.id() + "' already; append"
                            + " :<what> to one of them");
                }
            }
            tables.add(table);
        }
    }

    /** All tables, in order. */
    public List<ErrnoTable> all() {
        return List.copyOf(tables);
    }

    /** The rows of all tables, in order. */
    public List<ErrnoRow> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /** The operations that {@code row} is given, in order. */
    public List<String> given(ErrnoRow row) {
        return givens.expand(row.given(), row.at());
    }

    /** What becomes of {@code row} in each of its kernels; observers are told of the runs. */
    public ErrnoResult run(ErrnoRow row, RunObserver... observers) {
        return new ErrnoRun(row, given(row), observers).go();
    }
}
