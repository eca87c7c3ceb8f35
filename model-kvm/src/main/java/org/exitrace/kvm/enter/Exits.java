package org.exitrace.kvm.enter;

import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.spec.Completion;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.GuestAct;
import org.exitrace.kvm.spec.GuestAct.Flaw;
import org.exitrace.kvm.spec.GuestAct.Way;
import org.exitrace.kvm.spec.GuestTold;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.RunExit;

/**
 * With what KVM_RUN ends for an act of the guest, on this kernel, for this kind of VM. Where KVM
 * answers the guest itself, the guest goes on and then writes a port, as the guests of the
 * kernel's own tests do: that is the exit.
 */
final class Exits {

    private final Kernel kernel;

    Exits(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Ends KVM_RUN of {@code thread}, or parks the vCPU; memory accesses aside. */
    void of(GuestDoes does, KvmThread thread, KvmVm vm, KvmVcpu vcpu) {
        if (does.act().way() != Way.INTERCEPT && vm.sev.esActive.isClear()) {
            tell(GuestTold.ENOSYS, thread, vcpu);
        } else if (isSnpOnly(does) && vm.sev.snpActive.isClear()
                || does.act().way() == Way.YOUNG_VMGEXIT && isOld()) {
            refuse(does.act(), thread, vcpu);
        } else {
            handle(does, thread, vm, vcpu);
        }
    }

    private static boolean isSnpOnly(GuestDoes does) {
        return does.act().way() == Way.SNP_VMGEXIT || does.act().way() == Way.SNP_MSR;
    }

    private boolean isOld() {
        return !kernel.profile().isSince(KernelProfile.P_6_17);
    }

    /** An exit, or a request by MSR, that the kernel does not know, or not for this guest. */
    private void refuse(GuestAct act, KvmThread thread, KvmVcpu vcpu) {
        if (!kernel.has(VmgexitChange.B_57)) {
            thread.fail(Errno.EINVAL);
        } else if (isOld()) {
            tell(act.way() == Way.SNP_MSR ? GuestTold.NONE : GuestTold.INVALID_EVENT,
                    thread, vcpu);
        } else if (act.way() == Way.SNP_MSR) {
            exit(RunExit.KVM_EXIT_SYSTEM_EVENT, thread);
        } else {
            tell(kernel.has(VmgexitChange.B_59) ? GuestTold.INVALID_EVENT
                    : GuestTold.MISSING_INPUT, thread, vcpu);
        }
    }

    private void handle(GuestDoes does, KvmThread thread, KvmVm vm, KvmVcpu vcpu) {
        switch (does.act()) {
            case IOIO -> exit(RunExit.KVM_EXIT_IO, thread);
            case MMIO -> exit(RunExit.KVM_EXIT_MMIO, thread);
            case HLT -> park(MpState.HALTED, RunExit.KVM_EXIT_HLT, thread, vm, vcpu);
            case AP_RESET_HOLD -> park(MpState.AP_RESET_HOLD, RunExit.KVM_EXIT_AP_RESET_HOLD,
                    thread, vm, vcpu);
            case TRIPLE_FAULT -> endUnless(vm.sev.esActive.isSet()
                    && !kernel.has(KernelChange.D_ES_SHUTDOWN),
                    RunExit.KVM_EXIT_SHUTDOWN, thread);
            case TERM_REQUEST, MSR_TERM_REQ -> endUnless(!kernel.has(KernelChange.D_SEV_TERM),
                    RunExit.KVM_EXIT_SYSTEM_EVENT, thread);
            case MAP_GPA_RANGE -> hypercall(does, thread, vm, vcpu);
            case PSC -> pageState(Completion.PSC, thread, vm, vcpu);
            case MSR_PSC_REQ -> pageState(Completion.MSR_PSC, thread, vm, vcpu);
            case GUEST_REQUEST -> tell(GuestTold.ZERO, thread, vcpu);
            case EXT_GUEST_REQUEST -> certificates(thread, vm, vcpu);
            case ACCESS -> throw new IllegalStateException("a fault decides on accesses");
            default -> throw new IllegalStateException("no such act: " + does.act());
        }
    }

    /** That the privilege is looked at first is from memory. */
    private void hypercall(GuestDoes does, KvmThread thread, KvmVm vm, KvmVcpu vcpu) {
        if (does.flaw() == Flaw.USER_MODE) {
            tell(GuestTold.EPERM, thread, vcpu);
        } else if (vm.hypercallExits.isClear()) {
            tell(GuestTold.ENOSYS, thread, vcpu);
        } else if (does.flaw() != Flaw.NONE) {
            tell(GuestTold.EINVAL, thread, vcpu);
        } else {
            vcpu.completion.become(Completion.HYPERCALL);
            exit(RunExit.KVM_EXIT_HYPERCALL, thread);
        }
    }

    private void pageState(Completion completion, KvmThread thread, KvmVm vm, KvmVcpu vcpu) {
        if (vm.hypercallExits.isClear()) {
            tell(GuestTold.GENERIC, thread, vcpu);
        } else {
            vcpu.completion.become(completion);
            exit(RunExit.KVM_EXIT_HYPERCALL, thread);
        }
    }

    private void certificates(KvmThread thread, KvmVm vm, KvmVcpu vcpu) {
        if (vm.certificateExits.isClear()) {
            tell(GuestTold.ZERO, thread, vcpu);
        } else {
            vcpu.completion.become(Completion.CERTIFICATES);
            exit(RunExit.KVM_EXIT_SNP_REQ_CERTS, thread);
        }
    }

    private static void endUnless(boolean old, RunExit exit, KvmThread thread) {
        if (old) {
            thread.fail(Errno.EINVAL);
        } else {
            exit(exit, thread);
        }
    }

    /** Where the LAPIC is in the kernel, the vCPU waits there. */
    private static void park(
            MpState state, RunExit exit, KvmThread thread, KvmVm vm, KvmVcpu vcpu) {
        if (vm.irqchip.isSet()) {
            vcpu.mpState.become(state);
        } else {
            exit(exit, thread);
        }
    }

    /** The guest is answered, goes on, and writes a port. */
    static void tell(GuestTold told, KvmThread thread, KvmVcpu vcpu) {
        vcpu.told.become(told);
        exit(RunExit.KVM_EXIT_IO, thread);
    }

    private static void exit(RunExit exit, KvmThread thread) {
        thread.result.become(exit.name());
    }
}
