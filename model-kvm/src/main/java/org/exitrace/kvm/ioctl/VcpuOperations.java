package org.exitrace.kvm.ioctl;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.enter.VcpuStates;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.life.Creation;
import org.exitrace.kvm.life.Ioctls;
import org.exitrace.kvm.spec.MpState;

/** Ioctls about vCPUs. */
final class VcpuOperations {

    private final HostBounds bounds;
    private final Kernel kernel;
    private final Ioctls ioctls;

    VcpuOperations(HostBounds bounds, Kernel kernel) {
        this.bounds = bounds;
        this.kernel = kernel;
        this.ioctls = new Ioctls(kernel);
    }

    List<Operation<KvmThread>> all() {
        Creation creation = new Creation(kernel);
        return List.of(
                VmmOperations.named("KVM_CREATE_VCPU", "makes a vCPU and its descriptor")
                        .from("docs/kvm-host.md a.1")
                        .takes(Given.vm(bounds), Given.vcpu(bounds), Given.kernelMemory())
                        .does(given -> ioctls.onVm(given.number("vm"), creation.vcpu(
                                given.number("vm"), given.number("vcpu"),
                                !Given.lacksMemory(given)))),
                of("close-vcpu", "closes the descriptor of a vCPU").does(given ->
                        ioctls.close(given.number("vm"), given.number("vcpu"))),
                new RunOperations(bounds, kernel).run(),
                new RunOperations(bounds, kernel).told(),
                new RunOperations(bounds, kernel).hypercallExits(),
                of("KVM_GET_MP_STATE", "tells whether the vCPU may run, and for what it waits")
                        .does(given -> onVcpu(given, states(given).getMpState())),
                VmmOperations.named("KVM_SET_MP_STATE", "sets that").from("docs/kvm-host.md a.3")
                        .takes(Given.vm(bounds), Given.vcpu(bounds), Parameter.word("state",
                                Arrays.stream(MpState.values()).map(MpState::name).toList(),
                                "KVM_MP_STATE_..."))
                        .does(given -> onVcpu(given, states(given).setMpState(
                                MpState.valueOf(given.word("state"))))),
                of("KVM_GET_REGS", "tells the vCPU's registers")
                        .does(given -> onVcpu(given, states(given).getRegisters())),
                of("KVM_SET_REGS", "sets the vCPU's registers")
                        .does(given -> onVcpu(given, states(given).setRegisters())),
                of("KVM_SET_GUEST_DEBUG", "lets a debugger stop the vCPU")
                        .does(given -> onVcpu(given, states(given).debug())),
                VmmOperations.named("KVM_CREATE_IRQCHIP", "puts interrupt controllers into the"
                                + " kernel").from("x86.c kvm_arch_vm_ioctl (from memory)")
                        .takes(Given.vm(bounds)).does(given -> ioctls.onVm(given.number("vm"),
                                creation.irqchip(given.number("vm")))));
    }

    private Operation.Text<KvmThread> of(String name, String meaning) {
        return VmmOperations.named(name, meaning).from("docs/kvm-host.md a.1")
                .takes(Given.vm(bounds), Given.vcpu(bounds));
    }

    private Routine<KvmThread> onVcpu(Arguments given, Routine<KvmThread> body) {
        return ioctls.onVcpu(given.number("vm"), given.number("vcpu"), body);
    }

    private static VcpuStates states(Arguments given) {
        return new VcpuStates(given.number("vm"), given.number("vcpu"));
    }
}
