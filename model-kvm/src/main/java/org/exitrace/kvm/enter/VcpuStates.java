package org.exitrace.kvm.enter;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.MpState;

/** What user space may ask of a vCPU's state, and change, under {@code vcpu->mutex}. */
public final class VcpuStates {

    private static final String SOURCE = "docs/kvm-host.md a.1, a.3";

    private final int vm;
    private final int vcpu;

    /** Of vCPU {@code vcpu} of VM {@code vm}. */
    public VcpuStates(int vm, int vcpu) {
        this.vm = vm;
        this.vcpu = vcpu;
    }

    /** KVM_GET_MP_STATE. */
    public Routine<KvmThread> getMpState() {
        return locked("KVM_GET_MP_STATE",
                thread -> thread.result.become(vcpu(thread).mpState.get().name()));
    }

    /** KVM_SET_MP_STATE: without a LAPIC in the kernel nothing but RUNNABLE is taken. */
    public Routine<KvmThread> setMpState(MpState state) {
        return locked("KVM_SET_MP_STATE " + state, thread -> {
            if (thread.vm(vm).irqchip.isClear() && state != MpState.RUNNABLE) {
                thread.fail(Errno.EINVAL);
            } else {
                vcpu(thread).mpState.become(
                        state == MpState.SIPI_RECEIVED ? MpState.INIT_RECEIVED : state);
            }
        });
    }

    /**
     * KVM_GET_REGS: refused for encrypted registers of typed VMs; of others an old copy is told
     * (from memory).
     */
    public Routine<KvmThread> getRegisters() {
        return locked("KVM_GET_REGS", this::refuseProtected);
    }

    /** KVM_SET_REGS: refused alike; else it changes what LAUNCH_UPDATE_VMSA may be copying. */
    public Routine<KvmThread> setRegisters() {
        return locked("KVM_SET_REGS", thread -> {
            refuseProtected(thread);
            if (thread.isFine() && vcpu(thread).syncing.isSet()) {
                vcpu(thread).torn.raise();
            }
        });
    }

    /** KVM_SET_GUEST_DEBUG. */
    public Routine<KvmThread> debug() {
        return locked("KVM_SET_GUEST_DEBUG", thread -> vcpu(thread).guestDebug.raise());
    }

    private void refuseProtected(KvmThread thread) {
        if (thread.vm(vm).type.get().hasProtectedState() && vcpu(thread).isProtected.isSet()) {
            thread.fail(Errno.EINVAL);
        }
    }

    private Routine<KvmThread> locked(String name, Consumer<KvmThread> effect) {
        return Routine.named("kvm_arch_vcpu_ioctl", SOURCE, code -> Locking.lockKillable(
                code, LockClass.VCPU_MUTEX, thread -> vcpu(thread).mutex, locked -> {
                    locked.step(name, effect).costs("kvm.access");
                    unlock(locked);
                }));
    }

    private void unlock(Block<KvmThread> code) {
        Locking.unlock(code, LockClass.VCPU_MUTEX, thread -> vcpu(thread).mutex);
    }

    private KvmVcpu vcpu(KvmThread thread) {
        return thread.vm(vm).vcpus.get(vcpu);
    }
}
