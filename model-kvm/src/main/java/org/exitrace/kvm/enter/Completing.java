package org.exitrace.kvm.enter;

import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.design.VmgexitChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.spec.Completion;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.GuestTold;

/** The callbacks by which KVM_RUN first takes up what user space answered; each is called once. */
final class Completing {

    private final Kernel kernel;
    private final int vm;
    private final int vcpu;

    Completing(Kernel kernel, int vm, int vcpu) {
        this.kernel = kernel;
        this.vm = vm;
        this.vcpu = vcpu;
    }

    /** What of {@code answer} the callbacks refuse. */
    Checks check(Checks checks, RunAnswer answer) {
        return checks
                .refuseGiven(!answer.isForCertificates(), "certificates", Errno.EINVAL,
                        "the answer for certificates is none",
                        thread -> completion(thread) == Completion.CERTIFICATES)
                .refuseGiven(!answer.isForPages() && kernel.has(VmgexitChange.B_98),
                        "page-state", Errno.EINVAL,
                        "the answer for a page state change is none", thread ->
                                completion(thread) == Completion.PSC
                                        || completion(thread) == Completion.MSR_PSC);
    }

    /** The callback, behind those checks; it may have failed. */
    void complete(KvmThread thread, RunAnswer answer) {
        Completion completion = completion(thread);
        at(thread).completion.clear();
        if (!thread.isFine()) {
            return;
        }
        switch (completion) {
            case HYPERCALL -> at(thread).told.become(inRax(answer));
            case PSC, MSR_PSC -> at(thread).told.become(
                    answer.isZero() ? GuestTold.ZERO : GuestTold.GENERIC);
            case CERTIFICATES -> at(thread).told.become(answer.ofCertificates());
            default -> { }
        }
    }

    private GuestTold inRax(RunAnswer answer) {
        return answer == RunAnswer.UNTOUCHED && !kernel.has(KernelChange.B_98)
                ? GuestTold.LEFT_OVER : answer.inRax();
    }

    private Completion completion(KvmThread thread) {
        return at(thread).completion.get();
    }

    private KvmVcpu at(KvmThread thread) {
        return thread.vm(vm).vcpus.get(vcpu);
    }
}
