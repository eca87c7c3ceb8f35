package org.exitrace.kvm.context;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;

/** {@code sev_migrate_from}: what goes from the source to the destination, with all locked. */
final class Transfer {

    private static final String SOURCE = "docs/kvm-host.md c.2";

    private final Kernel kernel;
    private final TwoVms vms;

    Transfer(Kernel kernel, TwoVms vms) {
        this.kernel = kernel;
        this.vms = vms;
    }

    /** Most vCPUs of a VM in any machine. */
    int most() {
        return HostBounds.MOST_VCPUS;
    }

    /**
     * Charges the thread's cgroup where the source's is another, which for a mirror is none; goes
     * on if it may.
     */
    boolean charge(KvmThread thread) {
        SevState source = vms.source(thread).sev;
        if (source.cgroup.is(thread.cgroup.get())) {
            return true;
        }
        if (!thread.host.tryCharge(thread.cgroup.get())) {
            thread.fail(Errno.EBUSY);
            return false;
        }
        vms.target(thread).sev.cgroup.become(thread.cgroup.get());
        return true;
    }

    /** Behind a failure the destination's charge is given back; behind a success the source's. */
    void settleCharge(KvmThread thread) {
        SevState over = (thread.isFine() ? vms.source(thread) : vms.target(thread)).sev;
        if (!over.cgroup.isNone()) {
            thread.host.uncharge(over.cgroup.get());
            over.cgroup.clear();
        }
    }

    Routine<KvmThread> routine() {
        return Routine.named("sev_migrate_from", SOURCE, code -> {
            code.given(kernel.has(KernelChange.B_24), flush -> flush
                    .step("write back the source's caches", this::flush).costs("cpu.wbinvd"));
            code.step("the context goes over", this::context).costs("kvm.access");
            boolean mirrorLock = kernel.has(KernelChange.D_MIRROR_LOCK);
            code.given(mirrorLock, lock -> Locking.lock(lock, LockClass.SEV_MIRROR_LOCK,
                    thread -> thread.host.mirrorLock));
            code.step("owner and mirrors go over", this::mirrors).costs("kvm.access");
            code.given(!mirrorLock, apart -> apart.when(
                    thread -> vms.target(thread).sev.isMirror(),
                    mirror -> mirror.step("list_add_tail", this::linked).costs("kvm.access")));
            code.given(mirrorLock, lock -> Locking.unlock(lock, LockClass.SEV_MIRROR_LOCK,
                    thread -> thread.host.mirrorLock));
            code.step("the vCPUs go over", this::vcpus).costs("kvm.access")
                    .step("kvm_vm_dead of the source", thread -> vms.source(thread).dead.raise())
                    .costs("kvm.access");
        });
    }

    private void flush(KvmThread thread) {
        SevState source = vms.source(thread).sev;
        source.dirtyCpus.become(source.dirtyCpus.get() & ~source.runCpus.get());
    }

    private void context(KvmThread thread) {
        SevState source = vms.source(thread).sev;
        SevState target = vms.target(thread).sev;
        if (source.regionList.isClear()) {
            thread.host.oops.nullPointer.raise();
        }
        target.active.raise();
        target.esActive.become(source.esActive.isSet());
        target.asid.become(source.asid.get());
        target.handle.become(source.handle.get());
        target.vmsaFeatures.become(source.vmsaFeatures.isSet());
        target.pagesLocked.become(source.pagesLocked.get());
        target.takeRegions(source);
        target.dirtyCpus.become(source.dirtyCpus.get());
        target.regionList.raise();
        target.runMask.become(kernel.has(KernelChange.D_RUN_CPUS));
        if (target.cgroup.isNone() && !source.cgroup.isNone()) {
            target.cgroup.become(source.cgroup.get());
            source.cgroup.clear();
        }
        source.active.clear();
        source.esActive.clear();
        source.asid.clear();
        source.handle.clear();
        source.fd.clear();
        source.dropRegions();
        source.dirtyCpus.clear();
    }

    private void mirrors(KvmThread thread) {
        KvmVm source = vms.source(thread);
        KvmVm target = vms.target(thread);
        if (kernel.has(KernelChange.B_37)) {
            thread.host.touchMirrors(source);
            for (KvmVm mirror : thread.host.vms) {
                if (source.sev.mirrors.has(mirror.number())) {
                    target.users.increment();
                    source.users.decrement();
                    mirror.sev.owner.become(target.number());
                    target.sev.mirrors.add(mirror.number());
                }
            }
            source.sev.mirrors.clear();
        }
        if (source.sev.isMirror() && kernel.has(KernelChange.D_MIRROR_MOVES)) {
            thread.host.touchMirrors(thread.vm(source.sev.owner.get()));
            SevState owner = thread.vm(source.sev.owner.get()).sev;
            owner.relinking.become(!kernel.has(KernelChange.D_MIRROR_LOCK));
            owner.mirrors.remove(source.number());
            owner.mirrors.add(target.number());
            target.sev.owner.become(source.sev.owner.get());
            source.sev.owner.clear();
        }
    }

    /** Nobody kept others from the owner's list since {@code list_del}. */
    private void linked(KvmThread thread) {
        thread.vm(vms.target(thread).sev.owner.get()).sev.relinking.clear();
    }

    private void vcpus(KvmThread thread) {
        KvmVm source = vms.source(thread);
        KvmVm target = vms.target(thread);
        for (int i = 0; i < target.vcpus.size(); i++) {
            KvmVcpu to = target.vcpus.get(i);
            if (to.isOnline() && kernel.has(KernelChange.B_3A)) {
                to.vmcbSev.raise();
            }
            if (target.sev.esActive.isSet() && source.vcpus.get(i).isOnline()) {
                hand(source.vcpus.get(i), to);
                if (kernel.has(KernelChange.D_VMSAS_TAKEN)) {
                    source.vcpus.get(i).vmsa.clear();
                    source.vcpus.get(i).vmsaMapped.clear();
                }
            }
        }
    }

    private static void hand(KvmVcpu from, KvmVcpu to) {
        to.vmsa.become(from.vmsa.get());
        to.vmsaMapped.become(from.vmsaMapped.isSet());
        to.isProtected.raise();
    }
}
