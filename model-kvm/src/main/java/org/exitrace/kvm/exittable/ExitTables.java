package org.exitrace.kvm.exittable;

import java.util.List;
import java.util.function.UnaryOperator;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.kvm.conformance.KernelResult;
import org.exitrace.kvm.conformance.KernelRow;
import org.exitrace.kvm.conformance.KernelTables;

/** All tables of VMGEXIT. */
public final class ExitTables extends KernelTables {

    /** The names of all tables, in order. */
    public static final List<String> NAMES = List.of("msr", "events", "devices", "aps",
            "pages", "refusals");

    /**
     * Reads them.
     *
     * @param texts the text of the file of a name
     */
    public ExitTables(UnaryOperator<String> texts) {
        super(NAMES, "exit", row -> { }, texts);
    }

    @Override
    public KernelResult run(KernelRow row, RunObserver... observers) {
        return new ExitRun(row, given(row), observers).go();
    }
}
