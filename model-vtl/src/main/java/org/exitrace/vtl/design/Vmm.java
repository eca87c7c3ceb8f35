package org.exitrace.vtl.design;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What user space does with the duties that a host design leaves to it. */
public enum Vmm implements SwitchValue {
    /** All of them. */
    CORRECT("correct", "does all of it", "docs/vtl.md c, d.2",
            EnumSet.allOf(HostDesign.class)),
    /** A shared register is lost. */
    FORGETS_SHARED("forgets-shared", "copies RAX and RCX only when VTLs switch",
            "docs/vtl.md c.2; bug B35", switchers()),
    /** QEMU of the RFC. */
    RESTORES_ALWAYS("restores-always",
            "loads RAX and RCX from the control block at each return, whatever its bit 0 says",
            "docs/vtl.md c.1 (reading)", switchers()),
    /** QEMU of the RFC. */
    CHECKS_NOTHING("checks-nothing",
            "takes a call or return that leads nowhere for one that leads to the same VTL",
            "docs/vtl.md b.3 (reading)", switchers()),
    /** A coincidence is told wrongly. */
    NAMES_INTERRUPT("names-interrupt",
            "tells a called VTL of an interrupt if one of its own waits as well",
            "docs/vtl.md I-18", switchers()),
    /** The VTLs in the middle are skipped. */
    GOES_TO_TOP("goes-to-top", "takes the highest VTL for the one that is called",
            "docs/vtl.md I-13", switchers()),
    /** The wrong order. */
    LOWEST_FIRST("lowest-first", "enters the lowest of several VTLs that have interrupts",
            "docs/vtl.md c.3 N5", choosers()),
    /** Nobody is told in time. */
    DELIVERS_LATE("delivers-late", "looks for interrupts of higher VTLs only when the guest exits",
            "docs/vtl.md c.3 N3", choosers()),
    /** PPR is left out. */
    IGNORES_PRIORITY("ignores-priority", "enters a VTL whose interrupt its priority masks",
            "docs/vtl.md c.3 N4", askers()),
    /** Monitor stop and cont. */
    RESUMES_BOTH("resumes-both",
            "lets all vCPUs go on when the monitor does, whichever VTL is active",
            "docs/vtl.md d.3, trigger ii (reading)", siblings()),
    /** No ioctl before a read. */
    READS_COPY("reads-copy",
            "lets all vCPUs go on when the monitor does, and reads registers of the other vCPU"
            + " from its own copy of them", "docs/vtl.md d.3", siblings());

    /** What does user space do with the duties that the host leaves to it? */
    public static final Switch<Vmm> SWITCH = new Switch<>("vmm",
            "What does user space do with the duties that the host leaves to it?",
            Vmm.class, CORRECT);

    private final Text text;
    private final Set<HostDesign> designs;

    Vmm(String label, String meaning, String source, Set<HostDesign> designs) {
        text = new Text(label, meaning, source);
        this.designs = designs;
    }

    /** Whether a host of that design leaves this to user space. */
    public boolean isLeftBy(HostDesign design) {
        return designs.contains(design);
    }

    private static Set<HostDesign> switchers() {
        return EnumSet.complementOf(EnumSet.of(HostDesign.VTL_AWARE_VCPU));
    }

    private static Set<HostDesign> choosers() {
        return EnumSet.of(HostDesign.PLANES, HostDesign.SLOTS_PER_VTL, HostDesign.PARAVISOR);
    }

    private static Set<HostDesign> askers() {
        return EnumSet.of(HostDesign.PLANES, HostDesign.SLOTS_PER_VTL, HostDesign.PARAVISOR,
                HostDesign.VCPU_PER_VTL, HostDesign.COMBINED_KEY);
    }

    private static Set<HostDesign> siblings() {
        return EnumSet.of(HostDesign.VCPU_PER_VTL, HostDesign.VM_PER_VTL,
                HostDesign.COMBINED_KEY);
    }

    @Override
    public Text text() {
        return text;
    }
}
