package org.exitrace.kvm.life;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.HostSupport;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.VmType;

/** How VMs and vCPUs begin. */
public final class Creation {

    private final Kernel kernel;

    /** In that kernel. */
    public Creation(Kernel kernel) {
        this.kernel = kernel;
    }

    /** KVM_CREATE_VM: VM {@code vm}, whose memory must be free, becomes one of {@code type}. */
    public Routine<KvmThread> vm(int vm, VmType type) {
        return Routine.named("kvm_create_vm", "kvm_main.c kvm_dev_ioctl_create_vm", code -> code
                .step("KVM_CREATE_VM " + type, thread -> create(thread, thread.vm(vm), type))
                .costs("kvm.access")
                .local(KvmThread::end));
    }

    private void create(KvmThread thread, KvmVm vm, VmType type) {
        if (!kernel.knows(type) || !thread.host.support.has(needed(type))) {
            thread.fail(Errno.EINVAL);
        } else if (vm.exists.isSet() || vm.fdOpen.isSet()) {
            thread.fail(Errno.EMFILE);
        } else {
            vm.exists.raise();
            vm.fdOpen.raise();
            vm.file.become(1);
            vm.users.become(1);
            vm.type.become(type);
            vm.sev.needInit.become(type.isEncrypted());
            vm.sev.snpActive.become(type == VmType.SNP);
        }
    }

    private static HostSupport needed(VmType type) {
        return switch (type) {
            case SEV -> HostSupport.SEV;
            case SEV_ES -> HostSupport.SEV_ES;
            case SNP -> HostSupport.SEV_SNP;
            default -> HostSupport.NONE;
        };
    }

    /** KVM_CREATE_IRQCHIP: before there are vCPUs, and once. */
    public Routine<KvmThread> irqchip(int vm) {
        return Routine.named("kvm_arch_vm_ioctl", "x86.c (from memory)", code -> {
            Locking.lock(code, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock);
            code.step("KVM_CREATE_IRQCHIP", thread -> {
                if (thread.vm(vm).irqchip.isSet()) {
                    thread.fail(Errno.EEXIST);
                } else if (!thread.vm(vm).created.is(0)) {
                    thread.fail(Errno.EINVAL);
                } else {
                    thread.vm(vm).irqchip.raise();
                }
            }).costs("kvm.access");
            Locking.unlock(code, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock);
        });
    }

    /** KVM_CREATE_VCPU {@code vcpu} of VM {@code vm}: counted first, published last. */
    public Routine<KvmThread> vcpu(int vm, int vcpu) {
        return vcpu(vm, vcpu, true);
    }

    /** The same; {@code memory} tells whether the kernel has some for it. */
    public Routine<KvmThread> vcpu(int vm, int vcpu, boolean memory) {
        return Routine.named("kvm_vm_ioctl_create_vcpu",
                "kvm_main.c kvm_vm_ioctl_create_vcpu", code -> {
            Locking.lock(code, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock);
            code.step("created_vcpus++", thread -> count(thread, thread.vm(vm)))
                    .costs("kvm.access");
            relax(code, vm);
            code.when(KvmThread::isFine, counted -> {
                counted.step("svm_vcpu_create", thread -> {
                    if (memory) {
                        allocate(thread, thread.vm(vm));
                    } else {
                        thread.fail(Errno.ENOMEM);
                    }
                })
                        .costs("kvm.access");
                retake(counted, vm);
                counted.step("publish it, online_vcpus++", thread -> publish(
                        thread, thread.vm(vm), thread.vm(vm).vcpus.get(vcpu)))
                        .costs("kvm.access");
                relax(counted, vm);
            });
            code.given(kernel.has(KernelChange.D_CREATE_LOCKED), held -> Locking.unlock(
                    held, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock));
        });
    }

    /** Where only two short sections are locked, the first ends here. */
    private void relax(Block<KvmThread> code, int vm) {
        code.given(!kernel.has(KernelChange.D_CREATE_LOCKED), free -> Locking.unlock(
                free, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock));
    }

    private void retake(Block<KvmThread> code, int vm) {
        code.given(!kernel.has(KernelChange.D_CREATE_LOCKED), again -> Locking.lock(
                again, LockClass.KVM_LOCK, thread -> thread.vm(vm).lock));
    }

    private static void count(KvmThread thread, KvmVm vm) {
        if (vm.created.is(vm.vcpus.size())) {
            thread.fail(Errno.EINVAL);
        } else {
            vm.created.increment();
        }
    }

    /** What the vCPU gets depends on what the VM is at this moment. */
    private static void allocate(KvmThread thread, KvmVm vm) {
        if (vm.sev.esActive.isSet()) {
            thread.vmsa.become(thread.host.freshVmsa());
        }
        thread.seen.become(vm.sev.active.isSet());
    }

    private static void publish(KvmThread thread, KvmVm vm, KvmVcpu vcpu) {
        if (vcpu.isOnline()) {
            thread.fail(Errno.EEXIST);
        }
        if (!thread.isFine()) {
            vm.created.decrement();
        } else {
            vcpu.online.raise();
            vcpu.fdOpen.raise();
            vcpu.file.become(1);
            vcpu.vmsa.become(thread.vmsa.get());
            vcpu.vmsaMapped.become(!thread.vmsa.is(0));
            vcpu.vmcbSev.become(thread.seen.isSet());
            if (vm.irqchip.isSet() && vcpu.number() > 0) {
                vcpu.mpState.become(MpState.UNINITIALIZED);
            }
            vm.users.increment();
            vm.online.increment();
        }
        thread.vmsa.clear();
        thread.seen.clear();
    }
}
