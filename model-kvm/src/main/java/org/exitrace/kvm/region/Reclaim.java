package org.exitrace.kvm.region;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVm;

/**
 * User space gives memory of a guest back that no region pins, while the guest lives. KVM is told
 * by its notifier and must write back what CPUs keep of it before the memory gets its next owner.
 * What an SNP guest has of its own is not reached that way.
 */
public final class Reclaim {

    private final Kernel kernel;
    private final int vm;

    /** Of VM {@code vm}, whose mirrors map the same. */
    public Reclaim(Kernel kernel, int vm) {
        this.kernel = kernel;
        this.vm = vm;
    }

    /** {@code munmap}, with KVM's notifier inside. */
    public Routine<KvmThread> routine() {
        return Routine.named("munmap", "sev.c sev_guest_memory_reclaimed (from memory)",
                code -> code.step("unmap, write back, give the memory on", this::reclaim)
                        .costs("cpu.wbinvd").local(KvmThread::end));
    }

    private void reclaim(KvmThread thread) {
        for (KvmVm each : thread.host.vms) {
            boolean maps = each.number() == vm || each.sev.owner.is(vm);
            if (maps && each.exists.isSet() && each.sev.active.isSet()
                    && each.sev.snpActive.isClear()) {
                writeBack(thread, each);
            }
        }
    }

    private void writeBack(KvmThread thread, KvmVm told) {
        if (kernel.has(KernelChange.B_23)) {
            thread.host.writeBack(told);
        } else if (!told.sev.dirtyCpus.isEmpty()) {
            thread.host.oops.staleLines.raise();
        }
    }
}
