package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageType;

/**
 * SNP_LAUNCH_FINISH: each vCPU's state becomes a page of the guest, is measured and encrypted;
 * then the guest may run. vCPUs that were done stay so if a later one fails.
 */
final class SnpFinish {

    private SnpFinish() {
    }

    static List<SevCommand> all() {
        return List.of(SevCommand.of(SevCommandId.SNP_LAUNCH_FINISH,
                "encrypts the vCPUs' states and ends the launch of an SNP guest",
                SnpFinish::checks, SnpFinish::finish)
                .taking(Parameter.number("flags", 0, 1, "flags; none is known").usually(0)));
    }

    private static Checks checks(SevCall call) {
        return new Checks()
                .refuse("not-snp", Errno.ENOTTY, "the VM is no SNP guest",
                        thread -> !SnpLaunch.isSnp(call, thread))
                .refuse("context", Errno.EINVAL, "the guest has no context",
                        thread -> call.sev(thread).snpContext.is(0))
                .refuseGiven(call.is(UserMemory.UNREADABLE), "parameters", Errno.EFAULT,
                        "the parameters cannot be read", thread -> true)
                .refuseGiven(call.arguments().number("flags") != 0, "flags", Errno.EINVAL,
                        "a flag is set", thread -> true)
                .refuseGiven(call.kernel().has(KernelChange.D_NO_UPDATE_IN_FLIGHT), "in-flight",
                        Errno.EBUSY, "a vCPU is being created",
                        thread -> call.vm(thread).hasVcpuInFlight());
    }

    private static Routine<KvmThread> finish(SevCall call) {
        return Routine.named("snp_launch_finish", "docs/kvm-host.md b", code -> {
            boolean locks = call.kernel().has(KernelChange.B_05);
            for (int vcpu = 0; vcpu < call.bounds().vcpus() && locks; vcpu++) {
                lock(code, call, vcpu);
            }
            for (int vcpu = 0; vcpu < call.bounds().vcpus(); vcpu++) {
                int number = vcpu;
                code.when(thread -> thread.isFine()
                                && call.vm(thread).vcpus.get(number).isOnline(),
                        one -> sync(one, call, number));
            }
            code.when(KvmThread::isFine, all -> all.step("SNP_LAUNCH_FINISH", thread -> thread
                    .heed(SnpLaunch.give(call, thread, CommandId.SNP_LAUNCH_FINISH)))
                    .costs("psp.command"));
            code.given(locks && call.bounds().vcpus() > 0, unlock -> unlock
                    .step("unlock all vCPUs", thread -> unlockAll(call, thread))
                    .costs("kvm.access"));
        });
    }

    private static void lock(Block<KvmThread> code, SevCall call, int vcpu) {
        code.when(thread -> thread.isFine() && call.vm(thread).vcpus.get(vcpu).isOnline(),
                one -> Locking.lockKillable(one, LockClass.VCPU_MUTEX,
                        thread -> call.vm(thread).vcpus.get(vcpu).mutex, locked -> { }));
    }

    private static void unlockAll(SevCall call, KvmThread thread) {
        for (KvmVcpu vcpu : call.vm(thread).vcpus) {
            if (vcpu.mutex.isHeldBy(thread.number())) {
                thread.locks.release(LockClass.VCPU_MUTEX, vcpu.mutex);
            }
        }
    }

    private static void sync(Block<KvmThread> code, SevCall call, int number) {
        code.test("sev_es_sync_vmsa, RMPUPDATE", thread -> prepare(call, thread,
                        call.vm(thread).vcpus.get(number)),
                ready -> ready.step("SNP_LAUNCH_UPDATE of the VMSA", thread -> encrypt(
                        call, thread, call.vm(thread).vcpus.get(number))).costs("psp.command"),
                not -> { }).costs("kvm.access");
    }

    /** Before the repair the host wrote into a page that is the guest's. */
    private static boolean prepare(SevCall call, KvmThread thread, KvmVcpu vcpu) {
        if (vcpu.isProtected.isSet() && call.kernel().has(KernelChange.B_06)) {
            thread.fail(Errno.EINVAL);
            return false;
        }
        if (vcpu.isProtected.isSet()) {
            thread.host.oops.encryptedTwice.raise();
            thread.fail(Errno.EIO);
            return false;
        }
        int page = SnpPages.free(thread);
        if (page < 0) {
            thread.fail(Errno.ENOMEM);
            return false;
        }
        SnpPages.makePrivate(thread, call.vm(thread), page, 0, true);
        vcpu.snpPage.become(page + 1);
        vcpu.syncing.raise();
        return true;
    }

    private static void encrypt(SevCall call, KvmThread thread, KvmVcpu vcpu) {
        int page = vcpu.snpPage.get() - 1;
        vcpu.syncing.clear();
        vcpu.snpPage.clear();
        if (SnpUpdate.measure(thread, call, page, PageType.VMSA, "").succeeded()) {
            vcpu.isProtected.raise();
        } else {
            SnpPages.reclaim(call, thread, page);
            thread.fail(Errno.EIO);
        }
    }
}
