package org.exitrace.kvm.host;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.lock.KernelMutex;
import org.exitrace.kvm.spec.VmType;

/** One VM, as the kernel keeps it: {@code struct kvm} and the file that user space has of it. */
public final class KvmVm extends Region {

    /** Its memory is allocated. */
    public final FlagCell exists = cells().flag("exists");
    /** The descriptor is in the process's table. */
    public final FlagCell fdOpen = cells().flag("fd");
    /** References to its file: the descriptor, and ioctls that run; 0 for no file. */
    public final CountCell file;
    /** {@code users_count}: its file, its vCPUs' files, its mirrors. */
    public final CountCell users;
    /** Its type. */
    public final EnumCell<VmType> type = cells().choice("type", VmType.class);
    /** {@code vm_dead}: its ioctls fail. */
    public final FlagCell dead = cells().flag("vm_dead");
    /** {@code kvm->lock}. */
    public final KernelMutex lock = new KernelMutex(cells(), "lock");
    /** {@code kvm->slots_lock}. */
    public final KernelMutex slotsLock = new KernelMutex(cells(), "slots_lock");
    /** {@code migration_in_progress}. */
    public final FlagCell migrating = cells().flag("migration_in_progress");
    /** Interrupt controllers are in the kernel. */
    public final FlagCell irqchip = cells().flag("irqchip");
    /** KVM_CAP_EXIT_HYPERCALL: KVM_HC_MAP_GPA_RANGE goes to user space. */
    public final FlagCell hypercallExits = cells().flag("hypercall_exit_enabled");
    /** KVM_SEV_SNP_ENABLE_REQ_CERTS: requests for certificates go to user space. */
    public final FlagCell certificateExits = cells().flag("snp_certs_enabled");
    /** {@code created_vcpus}. */
    public final CountCell created;
    /** {@code online_vcpus}. */
    public final CountCell online;
    /** What it is as an SEV guest. */
    public final SevState sev;
    /** Its guest's memory. */
    public final VmMemory memory;
    /** Its vCPUs, by number. */
    public final List<KvmVcpu> vcpus;

    private final int number;

    /** VM {@code number}, with a region for it and one for each of its vCPUs. */
    public KvmVm(ModelBuilder model, int number, HostBounds bounds) {
        this(model.region("vm" + number), model, number, bounds);
    }

    private KvmVm(CellScope scope, ModelBuilder model, int number, HostBounds bounds) {
        super(scope);
        this.number = number;
        file = cells().count("f_count", 1 + 2 * bounds.threads());
        users = cells().count("users_count",
                2 + bounds.vcpus() + bounds.vms() + bounds.threads());
        created = cells().count("created_vcpus", bounds.vcpus());
        online = cells().count("online_vcpus", bounds.vcpus());
        sev = new SevState(cells().in("sev"), bounds);
        memory = new VmMemory(cells().in("memory"), bounds);
        List<KvmVcpu> all = new ArrayList<>();
        for (int i = 0; i < bounds.vcpus(); i++) {
            all.add(new KvmVcpu(model.region("vm" + number + ".vcpu" + i), i, bounds));
        }
        vcpus = List.copyOf(all);
    }

    /** Its number, from 0; its descriptor is named after it. */
    public int number() {
        return number;
    }

    /** Whether some vCPU is created and not yet online. */
    public boolean hasVcpuInFlight() {
        return created.get() != online.get();
    }

    /** Its memory is given back; its file has memory of its own. */
    public void free() {
        exists.clear();
        users.clear();
        type.clear();
        dead.clear();
        lock.vanish();
        slotsLock.vanish();
        migrating.clear();
        irqchip.clear();
        hypercallExits.clear();
        certificateExits.clear();
        created.clear();
        online.clear();
        sev.clear();
        memory.free();
    }
}
