package org.exitrace.kvm.launch;

import org.exitrace.engine.script.Arguments;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.SevState;

/**
 * One call of KVM_MEMORY_ENCRYPT_OP.
 *
 * @param kernel in which kernel
 * @param bounds on which host
 * @param vm the number of the VM
 * @param memory what is wrong with user space's memory
 * @param arguments what else the sub-command is given
 */
public record SevCall(
        Kernel kernel, HostBounds bounds, int vm, UserMemory memory, Arguments arguments) {

    /** The VM. */
    public KvmVm vm(KvmThread thread) {
        return thread.vm(vm);
    }

    /** What it is as an SEV guest. */
    public SevState sev(KvmThread thread) {
        return thread.vm(vm).sev;
    }

    /** Whether user space's memory has this fault. */
    public boolean is(UserMemory fault) {
        return memory == fault;
    }
}
