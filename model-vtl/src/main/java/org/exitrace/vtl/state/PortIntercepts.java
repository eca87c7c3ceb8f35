package org.exitrace.vtl.state;

import java.util.Optional;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/**
 * Which VTLs intercept accesses of lower ones to the I/O port, on all virtual processors: bit n for
 * VTL n. Source: docs/vtl.md b.3.
 */
public final class PortIntercepts extends Region {

    private final BitsCell reads;
    private final BitsCell writes;

    PortIntercepts(CellScope scope, int vtls) {
        super(scope);
        reads = cells().bits("port_reads", vtls);
        writes = cells().bits("port_writes", vtls);
    }

    /** {@code vtl} intercepts these accesses from now on, and no others. */
    public void install(int vtl, boolean ofReads, boolean ofWrites) {
        set(reads, vtl, ofReads);
        set(writes, vtl, ofWrites);
    }

    private static void set(BitsCell cell, int vtl, boolean isOn) {
        if (isOn) {
            cell.add(vtl);
        } else {
            cell.remove(vtl);
        }
    }

    /**
     * The lowest VTL that intercepts an access of {@code from}; one that its virtual processor does
     * not have cannot be entered there, and is not told (reading).
     */
    public Optional<Vtl> above(Vtl from, boolean isWrite) {
        BitsCell asked = isWrite ? writes : reads;
        return from.vp().vtls().stream().skip(from.number() + 1L)
                .filter(vtl -> asked.has(vtl.number()) && from.vp().enabled.has(vtl.number()))
                .findFirst();
    }

    /** Nothing is intercepted. */
    void resets() {
        reads.clear();
        writes.clear();
    }
}
