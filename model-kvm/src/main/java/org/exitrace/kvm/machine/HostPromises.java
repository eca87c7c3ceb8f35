package org.exitrace.kvm.machine;

import java.util.function.Predicate;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.host.KvmHost;
import org.exitrace.kvm.host.KvmVcpu;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.firmware.RmpEntry;

/** What a KVM host promises, whatever its VMM asks. */
public final class HostPromises {

    private static final String SOURCE = "docs/kvm-host.md, c.3 ";

    private final KvmHost host;

    private HostPromises(KvmHost host) {
        this.host = host;
    }

    /** Declares them in {@code model}. */
    public static void declare(ModelBuilder model, KvmHost host) {
        HostPromises promises = new HostPromises(host);
        promises.memory(model);
        promises.guests(model);
        promises.pages(model);
        promises.kinds(model);
        promises.invariants(model);
    }

    private void memory(ModelBuilder model) {
        model.never("null-pointer", "the kernel follows a null pointer",
                host.oops.nullPointer::isSet).because("it ends the host");
        model.never("use-after-free", "the kernel uses memory that it gave back",
                host.oops.useAfterFree::isSet).because("it belongs to somebody else");
        model.never("double-put", "the kernel gives a reference back that it does not have",
                host.oops.doublePut::isSet).because("somebody else's is gone then");
        model.atRest("no-leak", "a VM without descriptors and mirrors is gone",
                () -> host.vms.stream().noneMatch(this::isForgotten))
                .because("nobody can free it any more");
        model.never("leaked-mask", "a CPU mask is given up without being freed",
                host.oops.leakedMask::isSet).because("nobody can free it any more");
        model.never("leaked-pins", "a VM is given up whose pages are pinned",
                host.oops.leakedPins::isSet).because("nobody can unpin them any more");
        model.never("torn-list", "two threads write one list of mirrors at once",
                host.oops.tornList::isSet).because("its pointers lead anywhere then");
        model.never("warning", "user space makes the kernel warn",
                host.oops.warning::isSet).because("a host may panic on warnings");
        model.never("untold-capability", "KVM does not tell of a capability that it has",
                host.oops.untold::isSet).because("nobody would use or test it");
        model.never("lock-order", "a thread takes a lock against the order", host.threads,
                thread -> thread.locks.inversion.isSet())
                .because("two threads that do so can wait for each other")
                .from("docs/kvm-host.md, locks");
    }

    private void guests(ModelBuilder model) {
        model.never("stale-lines", "memory is given back that a CPU may still write to",
                host.oops.staleLines::isSet)
                .because("old ciphertext would destroy what its next owner wrote");
        model.never("plain-vmcb", "an SEV guest runs with the VMCB of a plain one",
                host.oops.plainVmcb::isSet)
                .because("bits and intercepts are wrong for it");
        model.never("lost-context", "a mirror runs whose context is gone",
                host.oops.lostContext::isSet).because("its ASID may be another guest's");
        model.never("torn-vmsa", "a vCPU's state changes while it is measured",
                host.vms.stream().flatMap(vm -> vm.vcpus.stream()).toList(),
                vcpu -> vcpu.torn.isSet())
                .because("what was measured is not what starts");
        model.never("vmsa-twice", "a vCPU's encrypted state is written by the host",
                host.oops.encryptedTwice::isSet)
                .because("on a host with a reverse map table the kernel faults");
    }

    private void pages(ModelBuilder model) {
        model.atRest("stale-mapping", "each page is mapped as what it is",
                () -> host.vms.stream().allMatch(this::mapsWhatIs))
                .because("the guest would read ciphertext, or the host its secrets");
        model.never("early-private", "a page is an SNP guest's own before it is launched",
                host.oops.earlyPrivate::isSet).because("it can no longer be measured");
        model.never("unprepared-page", "a private page is mapped that is not the guest's",
                host.oops.unprepared::isSet).because("the guest faults for ever");
        model.never("guest-page-given", "the kernel gives up a page that is not yet the host's",
                host.oops.gaveGuestPage::isSet)
                .because("whoever gets it next faults when he writes");
        model.never("read-only-written", "the kernel writes into memory that is only read",
                host.oops.wroteReadOnly::isSet).because("it may be everybody's page of zeros");
        model.never("beyond-page", "the firmware writes behind the end of a pinned page",
                host.oops.wroteBeyond::isSet).because("the next page is somebody else's");
        model.never("wrong-bytes", "a debugger is given other bytes than it asked for",
                host.oops.wrongBytes::isSet).because("it would act on them");
    }

    private void kinds(ModelBuilder model) {
        model.never("half-snp", "a guest has an SNP guest's context without being one",
                host.vms, this::isHalfSnp).because("neither ASID nor memory fit then");
        model.never("half-es", "a VM that is no SEV guest says that its registers are encrypted",
                host.vms, vm -> vm.sev.active.isClear() && vm.sev.esActive.isSet()
                        && vm.lock.isFree())
                .because("code for SEV-ES then meets what is none");
        model.never("shared-asid", "two VMs get one ASID", host.oops.sharedAsid::isSet)
                .because("with it goes the key").from(SOURCE + "I2");
    }

    private void invariants(ModelBuilder model) {
        model.atRest("I1", "an owner's mirrors are those that name it, and each has a reference",
                () -> all(this::countsMirrors)).from(SOURCE + "I1");
        model.atRest("I2", "an ASID is in use if and only if one VM that is no mirror owns it",
                this::asidsAreOwned).from(SOURCE + "I2");
        model.never("I3", "a VM has the handle of no guest that is active with the VM's ASID",
                host.vms, vm -> !vm.users.is(0) && !hasItsGuest(vm)).from(SOURCE + "I3");
        model.never("I4", "two vCPUs have one VMSA", host.vms, this::sharesVmsa)
                .from(SOURCE + "I4");
        model.atRest("I5", "a VM's pages_locked is the sum of its regions",
                () -> all(vm -> vm.sev.pagesLocked.is(vm.sev.pagesOfRegions())))
                .from(SOURCE + "I5");
        model.atRest("I6", "a cgroup is charged for as many ASIDs as its VMs own",
                this::chargesOwners).from(SOURCE + "I6");
        model.atRest("no-orphan", "each guest of the firmware is that of a VM",
                () -> host.firmware.guests.stream().allMatch(this::isKnown))
                .because("contexts run out for everybody");
        model.atRest("lost-page", "each page that is not the host's is a VM's, or was lost on"
                        + " purpose", this::pagesHaveOwners)
                .because("the host never gets it back");
    }

    /** Where the firmware gives nothing back, pages are lost on purpose. */
    private boolean pagesHaveOwners() {
        for (int page = 0; page < host.firmware.pages.all.size(); page++) {
            RmpEntry entry = host.firmware.pages.entry(page);
            int number = page;
            if (entry.assigned.isSet() && host.vms.stream().noneMatch(vm -> entry.asid.is(0)
                    ? vm.sev.snpContext.is(number + 1)
                    : owns(vm) && entry.asid.is(vm.sev.asid.get()))) {
                return host.firmwareFails.isSet();
            }
        }
        return true;
    }

    private boolean all(Predicate<KvmVm> holds) {
        return host.vms.stream().filter(vm -> vm.exists.isSet()).allMatch(holds);
    }

    private boolean mapsWhatIs(KvmVm vm) {
        for (int page = 0; page < vm.memory.mapped.size(); page++) {
            if (vm.memory.isStale(page)) {
                return false;
            }
        }
        return true;
    }

    private boolean isHalfSnp(KvmVm vm) {
        if (vm.sev.active.isClear()) {
            return false;
        }
        return vm.sev.isMirror()
                ? host.vm(vm.sev.owner.get()).sev.snpActive.isSet() != vm.sev.snpActive.isSet()
                : vm.sev.snpActive.isSet() && vm.sev.needInit.isSet() && !vm.sev.handle.is(0);
    }

    private boolean isForgotten(KvmVm vm) {
        return vm.exists.isSet() && vm.file.is(0) && vm.sev.mirrors.isEmpty()
                && vm.memory.gmemOpen.isClear()
                && vm.vcpus.stream().allMatch(vcpu -> vcpu.file.is(0));
    }

    private boolean countsMirrors(KvmVm vm) {
        int files = (vm.file.is(0) ? 0 : 1) + (vm.memory.gmemOpen.isSet() ? 1 : 0);
        for (KvmVcpu vcpu : vm.vcpus) {
            files += vcpu.file.is(0) ? 0 : 1;
        }
        long mirrors = 0;
        for (KvmVm other : host.vms) {
            if (other.sev.owner.is(vm.number())) {
                mirrors |= 1L << other.number();
            }
        }
        return mirrors == vm.sev.mirrors.get()
                && vm.users.get() == files + Long.bitCount(mirrors);
    }

    private boolean asidsAreOwned() {
        for (int asid = 1; asid <= host.bounds.asids(); asid++) {
            int owners = 0;
            for (KvmVm vm : host.vms) {
                owners += owns(vm) && vm.sev.asid.is(asid) ? 1 : 0;
            }
            boolean inUse = host.asids.taken.has(asid) && !host.asids.reclaimable.has(asid)
                    && !host.asids.lost.has(asid);
            if (owners != (inUse ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean owns(KvmVm vm) {
        return vm.exists.isSet() && vm.sev.active.isSet() && !vm.sev.isMirror();
    }

    private boolean hasItsGuest(KvmVm vm) {
        int handle = vm.sev.handle.get();
        if (handle == 0) {
            return true;
        }
        LegacyGuest guest = host.firmware.guests.get(handle - 1);
        return !guest.isFree() && guest.asid.get() == vm.sev.asid.get();
    }

    private boolean isKnown(LegacyGuest guest) {
        return guest.isFree() || host.vms.stream().anyMatch(vm ->
                owns(vm) && vm.sev.handle.is(guest.handle()));
    }

    private boolean sharesVmsa(KvmVm vm) {
        for (KvmVcpu vcpu : vm.vcpus) {
            for (KvmVm other : host.vms) {
                for (KvmVcpu each : other.vcpus) {
                    if (each != vcpu && !vcpu.vmsa.is(0) && each.vmsa.is(vcpu.vmsa.get())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean chargesOwners() {
        for (int cgroup = 0; cgroup < host.charges.size(); cgroup++) {
            int number = cgroup;
            long owners = host.vms.stream().filter(vm -> owns(vm)
                    && vm.sev.cgroup.is(number)).count();
            int charged = host.charges.get(cgroup).get() - host.lostCharges.get(cgroup).get();
            if (host.kernel.chargesCgroups() && charged != owners) {
                return false;
            }
        }
        return true;
    }
}
