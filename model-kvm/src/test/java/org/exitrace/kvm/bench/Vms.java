package org.exitrace.kvm.bench;

import org.exitrace.engine.design.Design;
import org.exitrace.kvm.apboot.ApBoot;
import org.exitrace.kvm.vm.VmFeatures;

/** VMs in which everything can happen. */
public final class Vms {

    private Vms() {
    }

    /** The usual design but for {@code changes}, each {@code switch=value}. */
    public static Design design(String... changes) {
        Design design = ApBoot.usualDesign();
        for (String change : changes) {
            String[] parts = change.split("=");
            design = design.with(parts[0], parts[1]);
        }
        return design;
    }

    /** SEV-ES, LAPIC in the kernel. */
    public static VmFeatures es(String... changes) {
        return new VmFeatures(design(changes), true, false, true, true, true);
    }

    /** SEV-ES, LAPIC in user space. */
    public static VmFeatures userLapic(String... changes) {
        return new VmFeatures(design(changes), true, true, true, true, true);
    }

    /** Without SEV-ES, LAPIC in the kernel. */
    public static VmFeatures plain(String... changes) {
        return new VmFeatures(design(changes), false, false, true, true, true);
    }
}
