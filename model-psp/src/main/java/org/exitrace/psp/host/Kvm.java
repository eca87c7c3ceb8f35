package org.exitrace.psp.host;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.firmware.FirmwareBounds;

/** What KVM keeps of one SNP guest beside its ASID: its virtual CPUs. */
public final class Kvm extends Region {

    /** Most virtual CPUs of the guest. */
    public static final int VCPUS = 2;

    /** {@code kvm->lock}. */
    final MutexCell lock = new MutexCell(cells(), "kvm->lock");
    /** By number. */
    final List<Vcpu> vcpus;

    /** Declares it in {@code scope}. */
    Kvm(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        List<Vcpu> all = new ArrayList<>();
        for (int i = 0; i < VCPUS; i++) {
            all.add(new Vcpu(cells().in("vcpu[" + i + "]"), bounds));
        }
        vcpus = List.copyOf(all);
    }

    /** Another kernel begins, which has no virtual CPUs. */
    void forget() {
        lock.forget();
        vcpus.forEach(Vcpu::forget);
    }

    /** Declares what KVM promises in {@code model}. */
    void promise(ModelBuilder model) {
        model.never("vcpu-left-out", "LAUNCH_FINISH has passed by a virtual CPU that was being"
                        + " created", vcpus, vcpu -> vcpu.leftOut.isSet())
                .because("its state is not measured, and it cannot be added any more")
                .from("SEV firmware, g.17");
    }
}
