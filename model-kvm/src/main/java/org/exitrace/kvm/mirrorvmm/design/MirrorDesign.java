package org.exitrace.kvm.mirrorvmm.design;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelProfile;

/**
 * The answers of a design, as the VMM's code asks for them.
 *
 * @param vmm how the mirror's vCPU is kept
 * @param entry where it begins
 * @param design all answers
 */
public record MirrorDesign(MirrorVmm vmm, MirrorEntry entry, Design design) {

    /** Those of {@code design}. */
    public static MirrorDesign of(Design design) {
        return new MirrorDesign(
                design.get(MirrorVmm.SWITCH), design.get(MirrorEntry.SWITCH), design);
    }

    /** All questions. */
    public static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>(List.of(
                MirrorVmm.SWITCH, MirrorEntry.SWITCH, KernelProfile.SWITCH));
        all.addAll(MirrorRule.choices());
        return List.copyOf(all);
    }

    /** Whether {@code rule} is kept. */
    public boolean keeps(MirrorRule rule) {
        return design.get(rule.choice()) == Care.KEPT;
    }

    /** The kernel: that of the profile, without a difference. */
    public Kernel kernel() {
        return new Kernel(Design.usual(Kernel.switches()).with(
                KernelProfile.SWITCH.name(), design.get(KernelProfile.SWITCH).label()));
    }

    /** Whether there is no second VM. */
    public boolean isAuxiliary() {
        return vmm == MirrorVmm.AUXILIARY_VCPUS;
    }

    /** Whether the mirror's vCPU has no thread of its own. */
    public boolean isRunByAsker() {
        return vmm == MirrorVmm.SEPARATE_STRUCTURES;
    }

    /** Whether it begins in a binary of its own. */
    public boolean hasBinary() {
        return entry == MirrorEntry.BINARY;
    }

    /** The number of the VM that has the mirror's vCPU. */
    public int mirrorVm() {
        return isAuxiliary() ? 0 : 1;
    }

    /** The number of the mirror's vCPU in that VM. */
    public int mirrorVcpu() {
        return isAuxiliary() ? 1 : 0;
    }

    /** Whether the mirror waits for OVMF's driver; OVMF starts an auxiliary vCPU itself. */
    public boolean waitsForDriver() {
        return !hasBinary() && (isAuxiliary() || keeps(MirrorRule.START_AFTER_DRIVER));
    }

    /** Whether the mirror halts when it has nothing to do. */
    public boolean halts() {
        return isRunByAsker() == keeps(MirrorRule.IDLES_AS_EXPECTED);
    }
}
