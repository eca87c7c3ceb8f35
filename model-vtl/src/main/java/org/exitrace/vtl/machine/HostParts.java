package org.exitrace.vtl.machine;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.FlushCalls;
import org.exitrace.vtl.design.FlushInhibition;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.design.VpStart;
import org.exitrace.vtl.state.VtlBounds;

/** Which hosts have which parts of a machine. */
final class HostParts {

    private static final String MBEC = "set-mbec";

    private HostParts() {
    }

    /**
     * Which of {@code operations} the host cannot do for so many virtual processors, in one
     * sentence that names the remedy: MBEC is of one, and the rights of the RMP are of all. KVM's
     * page tables have a root for each role, and processors with and without MBEC differ in that.
     * What becomes of a start that was handed over when the partition is reset no source tells.
     */
    static Optional<String> refuses(List<String> operations, int vps, Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        if (operations.contains("reset") && design.get(VpStart.SWITCH) != VpStart.AT_ONCE) {
            return Optional.of("'reset' takes no request back that a thread has not carried out"
                    + " yet; leave 'vp-start' out, or leave 'reset' out");
        }
        return host != HostDesign.PARAVISOR || vps == 1 || !operations.contains(MBEC)
                ? Optional.empty()
                : Optional.of("host '" + host.text().label() + "' has one set of rights to pages"
                        + " for all virtual processors, and '" + MBEC + "' is of one;"
                        + " take 'vps: 1', or another 'vtl-host'");
    }

    /** Whether the design tells of faults where the host has none, in one sentence. */
    static Optional<String> refuses(Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        return design.get(FaultGuard.SWITCH) == FaultGuard.COVERED
                || host != HostDesign.VTL_AWARE_VCPU ? Optional.empty()
                : Optional.of("host '" + host.text().label() + "' fills in no page tables at"
                        + " exits; leave 'fault-guard' out, or take 'vtl-host: slots-per-vtl'");
    }

    /** Whether the design tells of steps that the host has not, in one sentence. */
    static Optional<String> refusesStart(Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        VpStart start = design.get(VpStart.SWITCH);
        HypervisorBug bug = design.get(HypervisorBug.SWITCH);
        if (!start.isTakenBy(host)) {
            return Optional.of("host '" + host.text().label() + "' starts a virtual processor in"
                    + " one step; leave 'vp-start' out, or take 'vtl-host: paravisor'");
        }
        return start.shows(bug) ? Optional.empty() : Optional.of("a hypervisor that has '"
                + bug.text().label() + "' enables a VTL in one step; leave 'vp-start' out");
    }

    /** What a machine of that size cannot do or tell apart, in one sentence. */
    static Optional<String> refuses(VtlBounds bounds, Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        Vmm vmm = design.get(Vmm.SWITCH);
        return bounds.vtls() <= 2 && choosesAmongHigher(vmm) && vmm.isLeftBy(host)
                ? Optional.of("a VMM that '" + vmm.text().label() + "' has nothing to choose on"
                        + " host '" + host.text().label() + "' with two VTLs; take 'vtls: 3',"
                        + " or leave 'vmm' out") : Optional.empty();
    }

    /** With two VTLs there is one that can be called, and one whose interrupts come first. */
    private static boolean choosesAmongHigher(Vmm vmm) {
        return vmm == Vmm.GOES_TO_TOP || vmm == Vmm.LOWEST_FIRST;
    }

    /** Whether the design says of planes what the host has not, in one sentence. */
    static Optional<String> refusesPlanes(Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        if (host == HostDesign.PLANES) {
            return Optional.empty();
        }
        if (design.get(FaultGuard.SWITCH) == FaultGuard.AWAITED) {
            return Optional.of("host '" + host.text().label() + "' has no emulator beside its"
                    + " attributes; leave 'fault-guard' out, or take 'vtl-host: planes'");
        }
        return Optional.empty();
    }

    /** Whether the design says of TLB locks what the host has not, in one sentence. */
    static Optional<String> refusesLocks(Design design) {
        HostDesign host = design.get(HostDesign.SWITCH);
        FlushInhibition inhibition = design.get(FlushInhibition.SWITCH);
        if (!inhibition.isTakenBy(host)) {
            return Optional.of("host '" + host.text().label() + "' has no step in which '"
                    + inhibition.text().label() + "' could lose; leave 'flush-inhibition' out, or"
                    + " take 'vtl-host: planes'");
        }
        return design.get(FlushCalls.SWITCH) != FlushCalls.MASKS_PASS
                || host == HostDesign.PARAVISOR ? Optional.empty()
                : Optional.of("host '" + host.text().label() + "' lets no change of masks wait for"
                        + " TLB locks; leave 'flush-calls' out, or take 'vtl-host: paravisor'");
    }

    /** Whether a change of masks is a matter of TLB locks in that design. */
    static boolean letsMasksWait(Design design) {
        return design.get(HostDesign.SWITCH) == HostDesign.PARAVISOR
                && design.get(FlushCalls.SWITCH).isWaiting();
    }
}
