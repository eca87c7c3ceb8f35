package org.exitrace.kvm.enter;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.KvmCapability;

/**
 * KVM_CAP_EXIT_HYPERCALL: which hypercalls go to user space.
 *
 * @param kernel in which kernel
 * @param vm the number of the VM
 * @param mask {@code map-gpa-range}, {@code none}, or {@code unknown-bit}
 */
public record HypercallExits(Kernel kernel, int vm, String mask) {

    /** The ioctl, behind the VM's descriptor. */
    public Routine<KvmThread> routine() {
        Checks checks = checks();
        return Routine.named("kvm_vm_ioctl_enable_cap", "docs/kvm-host.md a.2", code -> code
                .test("KVM_CAP_EXIT_HYPERCALL: checks", checks::refuse, no -> { },
                        fine -> fine.step("hypercall_exit_enabled", thread -> thread.vm(vm)
                                .hypercallExits.become(mask.equals("map-gpa-range")))
                                .costs("kvm.access")).costs("kvm.access"));
    }

    /** What it looks at. */
    public Checks checks() {
        return new Checks()
                .refuseGiven(!kernel.has(KvmCapability.KVM_CAP_EXIT_HYPERCALL), "unknown",
                        Errno.EINVAL, "the kernel does not know the capability", thread -> true)
                .refuseGiven(mask.equals("unknown-bit"), "mask", Errno.EINVAL,
                        "the mask has a hypercall that never goes to user space",
                        thread -> true);
    }
}
