package org.exitrace.vtl.machine;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.HostDesign;

/** Which hosts have which parts of a machine. */
final class HostParts {

    /** What the guest can ask of the first host alone. */
    private static final List<String> OF_FIRST_HOST = List.of(
            "set-mbec", "write-control", "set-assist-page", "reset");

    private HostParts() {
    }

    /** Which of {@code operations} the host lacks, in one sentence that names the remedy. */
    static Optional<String> refuses(List<String> operations, Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        return host == HostDesign.VTL_AWARE_VCPU ? Optional.empty()
                : operations.stream().filter(OF_FIRST_HOST::contains).findFirst()
                        .map(operation -> "host '" + host.text().label() + "' has no '" + operation
                                + "'; leave it out, or take 'vtl-host: vtl-aware-vcpu'");
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
