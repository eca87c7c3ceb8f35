package org.exitrace.vtl.machine;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.HostDesign;

/** Which hosts have which parts of a machine. */
final class HostParts {

    private static final String MBEC = "set-mbec";

    private HostParts() {
    }

    /**
     * Which of {@code operations} the host cannot do for so many virtual processors, in one
     * sentence that names the remedy: MBEC is of one, and page tables that exits fill in of all.
     */
    static Optional<String> refuses(List<String> operations, int vps, Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        return host == HostDesign.VTL_AWARE_VCPU || vps == 1 || !operations.contains(MBEC)
                ? Optional.empty()
                : Optional.of("host '" + host.text().label() + "' has one set of page tables for"
                        + " all virtual processors, and '" + MBEC + "' is of one; take 'vps: 1',"
                        + " or 'vtl-host: vtl-aware-vcpu'");
    }

    /** Whether the design tells of faults where the host has none, in one sentence. */
    static Optional<String> refuses(Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        return design.get(FaultGuard.SWITCH) == FaultGuard.COVERED
                || host != HostDesign.VTL_AWARE_VCPU ? Optional.empty()
                : Optional.of("host '" + host.text().label() + "' fills in no page tables at"
                        + " exits; leave 'fault-guard' out, or take 'vtl-host: slots-per-vtl'");
    }
}
