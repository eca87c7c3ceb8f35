package org.exitrace.kvm.host;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.RwSemCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.lock.KernelMutex;
import org.exitrace.kvm.spec.HostSupport;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Platform;
import org.exitrace.psp.firmware.PlatformStart;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.host.WholeCommands;
import org.exitrace.psp.spec.SnpState;

/** The host: its kernel, its VMs, and the firmware below. */
public final class KvmHost {

    /** How much of everything there is. */
    public final HostBounds bounds;
    /** What the host offers guests. */
    public final HostSupport support;
    /** What the kernel knows and does. */
    public final Kernel kernel;
    /** VMs by number. */
    public final List<KvmVm> vms;
    /** ASIDs. */
    public final AsidPool asids;
    /** How many ASIDs each cgroup is charged for. */
    public final List<CountCell> charges;
    /** For how many lost ASIDs each cgroup stays charged. */
    public final List<CountCell> lostCharges;
    /** The firmware fails where it should give pages and ASIDs back. */
    public final FlagCell firmwareFails;
    /** {@code sev_mirror_lock}. */
    public final KernelMutex mirrorLock;
    /** {@code sev_deactivate_lock}. */
    public final RwSemCell deactivateLock;
    /** What went wrong. */
    public final Oops oops;
    /** Threads of user space that were declared so far. */
    public final List<KvmThread> threads = new ArrayList<>();
    /** What the firmware knows. */
    public final Firmware firmware;
    /** How it is given commands. */
    public final WholeCommands psp;
    private Consumer<Check> refusals = check -> { };

    /** Declares all in {@code model}. */
    public KvmHost(ModelBuilder model, HostBounds bounds, HostSupport support) {
        this(model, bounds, support, new Kernel(model.design()));
    }

    /** Declares all in {@code model}, whose design does not tell the kernel. */
    public KvmHost(ModelBuilder model, HostBounds bounds, HostSupport support, Kernel kernel) {
        this.bounds = bounds;
        this.support = support;
        this.kernel = kernel;
        List<KvmVm> all = new ArrayList<>();
        for (int vm = 0; vm < bounds.vms(); vm++) {
            all.add(new KvmVm(model, vm, bounds));
        }
        vms = List.copyOf(all);
        asids = new AsidPool(model.region("kvm.asids"), bounds,
                kernel.profile().isSince(KernelProfile.P_7_3));
        CellScope host = model.region("kvm");
        mirrorLock = new KernelMutex(host, "sev_mirror_lock");
        deactivateLock = new RwSemCell(host, "sev_deactivate_lock");
        firmwareFails = host.flag("firmware fails");
        List<CountCell> counts = new ArrayList<>();
        List<CountCell> lost = new ArrayList<>();
        for (int cgroup = 0; cgroup < bounds.cgroups(); cgroup++) {
            counts.add(host.count("misc_cg" + cgroup, bounds.asids() + bounds.vms()));
            lost.add(host.count("misc_cg" + cgroup + ".lost", bounds.asids()));
        }
        lostCharges = List.copyOf(lost);
        charges = List.copyOf(counts);
        oops = new Oops(model.region("oops"));
        firmware = new Firmware(model, bounds.firmware());
        PlatformStart start = support.has(HostSupport.SEV_ES) ? PlatformStart.INITIALIZED_ES
                : support.has(HostSupport.SEV) ? PlatformStart.INITIALIZED : PlatformStart.OFF;
        start.begin(firmware);
        if (support.has(HostSupport.SEV_SNP)) {
            firmware.platform.snp.initially(SnpState.INIT);
            firmware.platform.rmpInitialized.initially(true);
            firmware.platform.rmpAccess.initially(Platform.RmpAccess.READ_WRITE);
        }
        psp = new WholeCommands(model, firmware);
    }

    /** Lets {@code told} know of each check that refuses something; for tables. */
    public void tellRefusals(Consumer<Check> told) {
        refusals = told;
    }

    void refused(Check check) {
        refusals.accept(check);
    }

    /** VM {@code number}. */
    public KvmVm vm(int number) {
        return vms.get(number);
    }

    /** Whether cgroup {@code cgroup} may be charged for one more ASID; charges it. */
    public boolean tryCharge(int cgroup) {
        if (charges.get(cgroup).get() >= bounds.cgroupLimit()) {
            return false;
        }
        charges.get(cgroup).increment();
        return true;
    }

    /** Gives the charge back. */
    public void uncharge(int cgroup) {
        charges.get(cgroup).decrement();
    }

    /** The ASID of {@code vm} and its charge are given up for good. */
    public void lose(KvmVm vm) {
        asids.lost.add(vm.sev.asid.get());
        if (!vm.sev.cgroup.isNone()) {
            lostCharges.get(vm.sev.cgroup.get()).increment();
        }
    }

    /**
     * Writes back what CPUs keep of {@code vm}'s memory, which is then given back: CPUs that have
     * run it where they are remembered, else all.
     */
    public void writeBack(KvmVm vm) {
        boolean all = !kernel.has(KernelChange.D_RUN_CPUS);
        if (!all && (vm.sev.dirtyCpus.get() & ~vm.sev.runCpus.get()) != 0) {
            oops.staleLines.raise();
        }
        vm.sev.dirtyCpus.clear();
    }

    /** A thread writes {@code owner}'s list of mirrors; nobody else may be in the middle of it. */
    public void touchMirrors(KvmVm owner) {
        if (owner.sev.relinking.isSet()) {
            oops.tornList.raise();
        }
    }

    /** All pages of an SNP guest are the host's again: its memory is given back before it ends. */
    public void releasePages(KvmVm vm) {
        for (int page = 0; page < firmware.pages.all.size(); page++) {
            RmpEntry entry = firmware.pages.entry(page);
            if (!entry.asid.is(0) && entry.asid.is(vm.sev.asid.get())) {
                entry.clear();
            }
        }
        firmware.pages.entry(vm.sev.snpContext.get() - 1).clear();
    }

    /** The least number of a VMSA page that nobody has. */
    public int freshVmsa() {
        int page = 1;
        while (isTaken(page)) {
            page++;
        }
        return page;
    }

    private boolean isTaken(int page) {
        for (KvmThread thread : threads) {
            if (thread.vmsa.is(page)) {
                return true;
            }
        }
        for (KvmVm vm : vms) {
            for (KvmVcpu vcpu : vm.vcpus) {
                if (vcpu.vmsa.is(page)) {
                    return true;
                }
            }
        }
        return false;
    }
}
