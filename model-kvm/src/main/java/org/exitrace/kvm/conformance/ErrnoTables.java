package org.exitrace.kvm.conformance;

import java.util.List;
import java.util.function.UnaryOperator;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.kvm.host.KvmThread;

/** All tables of ioctls. */
public final class ErrnoTables extends KernelTables {

    /** The names of all tables, in order. */
    public static final List<String> NAMES =
            List.of("life", "run", "memory", "encrypt-op", "context", "regions");

    /**
     * Reads them.
     *
     * @param texts the text of the file of a name
     */
    public ErrnoTables(UnaryOperator<String> texts) {
        super(NAMES, "ioctl", ErrnoTables::check, texts);
    }

    private static void check(KernelRow row) {
        if (!KvmThread.words().contains(row.gives())) {
            throw row.at().wrong("no ioctl gives '" + row.gives() + "'; it gives OK, an errno,"
                    + " EIO:<status> or an exit");
        }
    }

    @Override
    public KernelResult run(KernelRow row, RunObserver... observers) {
        return new ErrnoRun(row, given(row), observers).go();
    }
}
