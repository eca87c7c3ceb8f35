package org.exitrace.kvm.ioctl;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.HostSupport;
import org.exitrace.kvm.spec.KvmCapability;

/** Questions to KVM itself. */
final class SystemOperations {

    private SystemOperations() {
    }

    static List<Operation<KvmThread>> all(Kernel kernel) {
        return List.of(VmmOperations.named("KVM_CHECK_EXTENSION", "tells whether KVM has a"
                        + " capability: 1, a mask, or 0")
                .from("x86.c kvm_vm_ioctl_check_extension")
                .takes(Parameter.word("capability", Arrays.stream(KvmCapability.values())
                        .map(KvmCapability::name).toList(), "which"))
                .does(given -> check(kernel, KvmCapability.valueOf(given.word("capability")))));
    }

    private static Routine<KvmThread> check(Kernel kernel, KvmCapability capability) {
        return Routine.named("KVM_CHECK_EXTENSION", "docs/kvm-host.md a.1", code -> code
                .step("KVM_CHECK_EXTENSION " + capability, thread -> {
                    boolean there = kernel.has(capability)
                            && thread.host.support.has(needed(capability));
                    boolean told = there && (kernel.has(KernelChange.B_3C) || capability
                            != KvmCapability.KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM);
                    if (there && !told) {
                        thread.host.oops.untold.raise();
                    }
                    thread.result.become(told ? capability.told(thread.host.support) : "0");
                }).costs("kvm.access"));
    }

    private static HostSupport needed(KvmCapability capability) {
        return switch (capability) {
            case KVM_CAP_VM_COPY_ENC_CONTEXT_FROM, KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM ->
                    HostSupport.SEV;
            default -> HostSupport.NONE;
        };
    }
}
