package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;

/**
 * LAUNCH_UPDATE_VMSA: copies each vCPU's state into its VMSA and has the firmware encrypt it.
 * vCPUs that were done stay so if a later one fails.
 */
final class VmsaUpdate {

    private VmsaUpdate() {
    }

    static List<SevCommand> all() {
        return List.of(SevCommand.of(SevCommandId.LAUNCH_UPDATE_VMSA,
                "encrypts each vCPU's state and measures it", VmsaUpdate::checks,
                VmsaUpdate::update));
    }

    private static Checks checks(SevCall call) {
        return new Checks()
                .refuse("not-es", Errno.ENOTTY, "the VM is no SEV-ES guest",
                        thread -> call.sev(thread).esActive.isClear())
                .refuseGiven(call.kernel().has(KernelChange.D_NO_UPDATE_IN_FLIGHT),
                        "in-flight", Errno.EBUSY, "a vCPU is being created",
                        thread -> call.vm(thread).hasVcpuInFlight());
    }

    private static Routine<KvmThread> update(SevCall call) {
        return Routine.named("sev_launch_update_vmsa", "docs/kvm-host.md b", code -> {
            for (int vcpu = 0; vcpu < call.bounds().vcpus(); vcpu++) {
                int number = vcpu;
                code.when(thread -> thread.isFine() && walks(call, thread, number),
                        one -> vcpu(one, call, number));
            }
        });
    }

    /** Before the repair it walks as many as were created, published or not. */
    private static boolean walks(SevCall call, KvmThread thread, int vcpu) {
        boolean online = call.vm(thread).vcpus.get(vcpu).isOnline();
        return online || !call.kernel().has(KernelChange.B_03)
                && vcpu < call.vm(thread).created.get();
    }

    private static void vcpu(Block<KvmThread> code, SevCall call, int vcpu) {
        if (call.kernel().has(KernelChange.B_04)) {
            Locking.lockKillable(code, LockClass.VCPU_MUTEX,
                    thread -> vcpu(call, thread, vcpu).mutex, locked -> {
                        sync(locked, call, vcpu);
                        Locking.unlock(locked, LockClass.VCPU_MUTEX,
                                thread -> vcpu(call, thread, vcpu).mutex);
                    });
        } else {
            sync(code, call, vcpu);
        }
    }

    private static void sync(Block<KvmThread> code, SevCall call, int number) {
        code.test("sev_es_sync_vmsa", thread -> refuses(call, thread, vcpu(call, thread, number)),
                        no -> { }, fine -> fine
                                .step("LAUNCH_UPDATE_VMSA", thread -> encrypt(
                                        call, thread, vcpu(call, thread, number)))
                                .costs("psp.command"))
                .costs("kvm.access");
    }

    private static KvmVcpu vcpu(SevCall call, KvmThread thread, int number) {
        return call.vm(thread).vcpus.get(number);
    }

    private static boolean refuses(SevCall call, KvmThread thread, KvmVcpu vcpu) {
        if (!vcpu.isOnline() || vcpu.vmsa.is(0)) {
            thread.host.oops.nullPointer.raise();
            thread.fail(Errno.EIO);
            return true;
        }
        if (vcpu.guestDebug.isSet()
                || vcpu.isProtected.isSet() && call.kernel().has(KernelChange.B_06)) {
            thread.fail(Errno.EINVAL);
            return true;
        }
        if (vcpu.isProtected.isSet()) {
            thread.host.oops.encryptedTwice.raise();
        }
        vcpu.syncing.raise();
        return false;
    }

    private static void encrypt(SevCall call, KvmThread thread, KvmVcpu vcpu) {
        vcpu.syncing.clear();
        thread.heed(VmsaPages.encrypt(call, thread));
        if (thread.isFine()) {
            vcpu.isProtected.raise();
        }
    }
}
