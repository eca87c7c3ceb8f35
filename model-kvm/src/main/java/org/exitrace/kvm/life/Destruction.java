package org.exitrace.kvm.life;

import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.asid.AsidRelease;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.kvm.host.SevState;

/**
 * {@code kvm_destroy_vm}: nobody has a reference any more. Its order is docs/kvm-host.md, c.3; that
 * vCPUs end before the rest is a reading of 2025 kernels.
 */
final class Destruction {

    private static final String SOURCE = "docs/kvm-host.md c.3";

    private final Kernel kernel;
    private final Function<KvmThread, KvmVm> vm;

    /** Of the VM that {@code vm} tells. */
    Destruction(Kernel kernel, Function<KvmThread, KvmVm> vm) {
        this.kernel = kernel;
        this.vm = vm;
    }

    /** The end of a VM that is no mirror. */
    Routine<KvmThread> ofOwner() {
        return Routine.named("kvm_destroy_vm of the owner", SOURCE, code -> {
            vcpus(code);
            code.when(this::isSev, this::owner);
            code.step("frees the VM", this::free).costs("kvm.access");
        });
    }

    /** The end of any VM; that of a mirror may be that of its owner. */
    Routine<KvmThread> routine(MirrorEnd mirrors) {
        return Routine.named("kvm_destroy_vm", SOURCE, code -> {
            vcpus(code);
            code.when(this::isSev, sev -> sev.when(thread -> sev(thread).isMirror(),
                    mirror -> mirror.call(mirrors.routine()), this::owner));
            code.step("frees the VM", this::free).costs("kvm.access");
        });
    }

    private void vcpus(Block<KvmThread> code) {
        code.step("kvm_destroy_vcpus", this::freeVcpus).costs("kvm.access");
    }

    private void freeVcpus(KvmThread thread) {
        boolean encrypted = sev(thread).esActive.isSet();
        for (KvmVcpu vcpu : vm.apply(thread).vcpus) {
            if (vcpu.isOnline()) {
                if (encrypted && vcpu.vmsa.is(0)) {
                    thread.host.oops.nullPointer.raise();
                }
                if (isSharedVmsa(thread, vcpu)) {
                    thread.host.oops.useAfterFree.raise();
                }
                vcpu.free();
            }
        }
        if (kernel.has(KernelChange.B_25)) {
            freeMask(thread);
        } else if (!isSev(thread) && sev(thread).runMask.isSet()) {
            thread.host.oops.leakedMask.raise();
        }
    }

    private static boolean isSharedVmsa(KvmThread thread, KvmVcpu vcpu) {
        return !vcpu.vmsa.is(0) && thread.host.vms.stream().flatMap(each -> each.vcpus.stream())
                .anyMatch(each -> each != vcpu && each.vmsa.is(vcpu.vmsa.get()));
    }

    private void free(KvmThread thread) {
        if (sev(thread).hasRegions()) {
            thread.host.oops.leakedPins.raise();
        }
        vm.apply(thread).free();
    }

    private void freeMask(KvmThread thread) {
        sev(thread).runMask.clear();
    }

    private void owner(Block<KvmThread> code) {
        AsidRelease release = new AsidRelease(kernel, vm);
        code.step("write back caches, unpin regions", this::unpin).costs("cpu.wbinvd")
                .when(thread -> !sev(thread).snpContext.is(0),
                        snp -> snp.call(release.decommission()))
                .when(thread -> !sev(thread).handle.is(0),
                        bound -> bound.call(release.unbind()))
                .when(thread -> !thread.host.asids.lost.has(sev(thread).asid.get()),
                        kept -> kept.call(release.free()));
    }

    private void unpin(KvmThread thread) {
        SevState sev = sev(thread);
        if (sev.regionList.isClear()) {
            thread.host.oops.nullPointer.raise();
        }
        if (!sev.mirrors.isEmpty()) {
            thread.host.oops.warning.raise();
        }
        thread.host.writeBack(vm.apply(thread));
        sev.dropRegions();
    }

    private boolean isSev(KvmThread thread) {
        return sev(thread).active.isSet();
    }

    private SevState sev(KvmThread thread) {
        return vm.apply(thread).sev;
    }
}
