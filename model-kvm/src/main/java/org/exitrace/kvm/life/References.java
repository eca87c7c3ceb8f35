package org.exitrace.kvm.life;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.KvmVm;

/**
 * References to files and VMs. A file has one for its place in the process's table and one for
 * each ioctl that runs on it; a VM has one for each file of it and its vCPUs, and one for each of
 * its mirrors.
 */
public final class References {

    private final Kernel kernel;

    /** In that kernel. */
    public References(Kernel kernel) {
        this.kernel = kernel;
    }

    /** {@code fdget} of a VM's file: whether there is one. */
    public static boolean get(KvmVm vm) {
        if (vm.fdOpen.isClear()) {
            return false;
        }
        vm.file.increment();
        return true;
    }

    /** {@code fdget} of a vCPU's file: whether there is one. */
    public static boolean get(KvmVcpu vcpu) {
        if (vcpu.fdOpen.isClear()) {
            return false;
        }
        vcpu.file.increment();
        return true;
    }

    /** {@code kvm_put_kvm}: whether it was the last reference, so that the VM must be destroyed. */
    public static boolean put(KvmThread thread, KvmVm vm) {
        if (vm.exists.isClear()) {
            thread.host.oops.useAfterFree.raise();
            return false;
        }
        if (vm.users.is(0)) {
            thread.host.oops.doublePut.raise();
            return false;
        }
        vm.users.decrement();
        return vm.users.is(0);
    }

    /** {@code fput} of VM {@code vm}'s file: the last one releases the VM. */
    public Routine<KvmThread> putFile(int vm) {
        return Routine.named("fput", "fs/file_table.c; kvm_main.c kvm_vm_release", code -> code
                .test("fput", thread -> putFile(thread, thread.vm(vm)),
                        last -> last.call(destroy())).costs("kvm.access"));
    }

    /** {@code fput} of a vCPU's file: the last one gives a reference to its VM back. */
    public Routine<KvmThread> putFile(int vm, int vcpu) {
        return Routine.named("fput", "fs/file_table.c; kvm_main.c kvm_vcpu_release",
                code -> code.test("fput of the vCPU",
                        thread -> putFile(thread, thread.vm(vm), thread.vm(vm).vcpus.get(vcpu)),
                        last -> last.call(destroy())).costs("kvm.access"));
    }

    /** {@code kvm_put_kvm} of VM {@code vm}, of which somebody had a reference without a file. */
    public Routine<KvmThread> putVm(int vm) {
        return Routine.named("kvm_put_kvm", "kvm_main.c kvm_put_kvm", code -> code
                .test("put", thread -> dies(thread, thread.vm(vm)),
                        last -> last.call(destroy())).costs("kvm.access"));
    }

    private Routine<KvmThread> destroy() {
        Routine<KvmThread> end = new Destruction(kernel, thread -> thread.vm(thread.dying.get()))
                .routine(new MirrorEnd(kernel));
        return Routine.named("kvm_put_kvm", "kvm_main.c kvm_put_kvm", code -> code
                .call(end).local(thread -> thread.dying.clear()));
    }

    private static boolean putFile(KvmThread thread, KvmVm vm) {
        if (vm.file.is(0)) {
            thread.host.oops.useAfterFree.raise();
            return false;
        }
        vm.file.decrement();
        return vm.file.is(0) && dies(thread, vm);
    }

    private static boolean putFile(KvmThread thread, KvmVm vm, KvmVcpu vcpu) {
        if (vcpu.file.is(0)) {
            thread.host.oops.useAfterFree.raise();
            return false;
        }
        vcpu.file.decrement();
        return vcpu.file.is(0) && dies(thread, vm);
    }

    private static boolean dies(KvmThread thread, KvmVm vm) {
        if (!put(thread, vm)) {
            return false;
        }
        thread.dying.become(vm.number());
        return true;
    }
}
