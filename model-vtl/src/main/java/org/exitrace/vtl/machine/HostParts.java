package org.exitrace.vtl.machine;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.design.Design;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.VtlParts;

/** Which hosts have which parts of a machine. */
final class HostParts {

    /** Hosts with pages, their protections, flushes and intercepts. */
    private static final Set<HostDesign> PAGES = EnumSet.of(HostDesign.VTL_AWARE_VCPU,
            HostDesign.SLOTS_PER_VTL, HostDesign.PLANES, HostDesign.PARAVISOR);
    /** Hosts that fill in page tables of their own at exits. */
    private static final Set<HostDesign> FAULTS = EnumSet.of(
            HostDesign.SLOTS_PER_VTL, HostDesign.PLANES, HostDesign.PARAVISOR);

    /** What the guest can ask of the first host alone. */
    private static final Set<String> OF_FIRST_HOST = Set.of("set-mbec", "write-control");

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

    /** Which part the host of {@code design} lacks, in one sentence that names the remedy. */
    static Optional<String> refuses(VtlParts parts, Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        if (design.get(FaultGuard.SWITCH) != FaultGuard.COVERED && !FAULTS.contains(host)) {
            return Optional.of("host '" + host.text().label() + "' fills in no page tables at"
                    + " exits; leave 'fault-guard' out, or take 'vtl-host: slots-per-vtl'");
        }
        return parts.pages() > 0 && !PAGES.contains(host)
                ? Optional.of("host '" + host.text().label() + "' has no pages yet; leave 'pages'"
                        + " out, or take 'vtl-host: vtl-aware-vcpu'")
                : Optional.empty();
    }
}
