package org.exitrace.kvm.design;

import static org.exitrace.kvm.design.KernelProfile.P_2020;
import static org.exitrace.kvm.design.KernelProfile.P_2021;
import static org.exitrace.kvm.design.KernelProfile.P_6_17;
import static org.exitrace.kvm.design.KernelProfile.P_7_3;

import java.util.List;
import org.exitrace.engine.design.Switch;

/**
 * One difference between kernels, with a switch of its own: so that each bug is one switch away
 * from its repair in any profile. Ids are those of docs/kvm-host.md; a change that repairs no bug
 * of that list begins with D. Dates of commits that were not seen themselves are those of the
 * profile that first shows the change.
 */
public enum KernelChange implements Change {
    /** KVM_SEV_INIT is refused once there are vCPUs. */
    B_01("b-01-init-before-vcpus", P_2021, "8727906fde6e",
            "Is KVM_SEV_INIT refused once vCPUs were created?"),
    /** A failed KVM_SEV_ES_INIT leaves nothing behind. */
    B_02("b-02-es-flag-rolled-back", P_2021, "fd49e8ee70b3 (from memory)",
            "Does a failed KVM_SEV_ES_INIT take es_active back?"),
    /** LAUNCH_UPDATE_VMSA walks vCPUs that are online. */
    B_03("b-03-online-vcpus-only", P_2021, "c36b16d29f3a",
            "Does LAUNCH_UPDATE_VMSA walk only vCPUs that are online?"),
    /** LAUNCH_UPDATE_VMSA locks each vCPU. */
    B_04("b-04-vcpu-mutex", P_2021, "bb18a6777465 (from memory)",
            "Does LAUNCH_UPDATE_VMSA take each vCPU's mutex?"),
    /** A second KVM_SEV_INIT is an invalid argument. */
    B_10("b-10-second-init-einval", P_6_17, "2021 or 2022",
            "Does a second KVM_SEV_INIT give EINVAL, and not EBUSY?"),
    /** KVM_MEMORY_ENCRYPT_REG_REGION pins under kvm->lock. */
    D_PIN_INSIDE("d-region-pinned-inside", P_2021, "19a23da53932",
            "Does REG_REGION pin its pages under kvm->lock?"),
    /** KVM_MEMORY_ENCRYPT_REG_REGION flushes under kvm->lock. */
    D_FLUSH_INSIDE("d-region-flushed-inside", P_6_17, "CVE-2024-35791",
            "Does REG_REGION flush the pages under kvm->lock?"),
    /** KVM_MEMORY_ENCRYPT_REG_REGION looks whether the VM is SEV under kvm->lock. */
    D_CHECK_INSIDE("d-region-checked-inside", P_7_3, "b6408b6cec5d",
            "Does REG_REGION look under kvm->lock whether the VM is an SEV guest?"),
    /** KVM_MEMORY_ENCRYPT_REG_REGION takes kvm->lock once. */
    B_13("b-13-region-locked-once", P_2020, "wrong backports of 5.4.98 and 4.19.176",
            "Does REG_REGION take kvm->lock only once?"),
    /** No more pages are pinned than there are. */
    B_15("b-15-region-size", P_7_3, "6d71f9349d9b, 12a8ff869ddc",
            "Does REG_REGION refuse more pages than the system has?"),
    /** A debugger reads the bytes that it asked for. */
    B_16("b-16-debug-offset", P_2021, "854c57f02be9 (from memory)",
            "Does DBG_DECRYPT take the offset before it rounds the address down?"),
    /** A debugger's piece ends with its page. */
    B_17("b-17-debug-page-end", P_7_3, "a52f1b006977 (stable)",
            "Does DBG_ENCRYPT end a piece where source or destination leaves its page?"),
    /** The bitmap of ASIDs has a lock. */
    B_20("b-20-asid-bitmap-lock", P_2020, "e3b9a9e147db (from memory)",
            "Does a lock protect the bitmap of ASIDs?"),
    /** A guest whose ACTIVATE fails is decommissioned. */
    B_22("b-22-decommission-unbound", P_2021, "934002cd660b",
            "Is a guest whose ACTIVATE failed decommissioned?"),
    /** Caches are written back where a guest's memory is reclaimed. */
    B_23("b-23-reclaim-flushes", P_6_17, "683412ccf612 (from memory), CVE-2022-0171",
            "Are caches written back where memory of a running guest is reclaimed?"),
    /** CPUs that ran the guest are remembered, and only those flush. */
    D_RUN_CPUS("d-have-run-cpus", P_7_3, "have_run_cpus series (2025)",
            "Do only CPUs that have run the guest write back at its end?"),
    /** A move flushes on behalf of its source. */
    B_24("b-24-move-flushes", P_7_3, "93de2a6a4b91",
            "Does a move write back the caches of CPUs that ran the source?"),
    /** The CPU mask of a VM that was moved away is freed. */
    B_25("b-25-mask-freed", P_7_3, "12c1f6e03f94",
            "Is the CPU mask freed before it is looked whether the VM is an SEV guest?"),
    /** COPY with a bad file descriptor releases nothing. */
    B_30("b-30-copy-bad-fd", P_2021, "2021-04",
            "Does COPY of a bad file descriptor release only what it took?"),
    /** A VM with vCPUs becomes no mirror. */
    B_31("b-31-copy-before-vcpus", P_2021, "79b111427637 (from memory)",
            "Is COPY onto a VM with vCPUs refused?"),
    /** A mirror may give four commands. */
    B_32("b-32-mirror-commands", P_2021, "5b92b6ca92b6 (from memory)",
            "May a mirror give LAUNCH_UPDATE_VMSA, GUEST_STATUS and a debugger's commands?"),
    /** COPY holds both VMs' locks. */
    D_COPY_LOCKED("d-copy-both-locked", P_2021, "bf42b02b19e2 (from memory)",
            "Does COPY hold the locks of both VMs at once?"),
    /** A mirror that is moved stays a mirror. */
    D_MIRROR_MOVES("d-mirror-status-moves", P_2021, "642525e3bd47 (from memory)",
            "Does a move of a mirror make the destination a mirror?"),
    /** A mirror's list of regions is a list. */
    B_34("b-34-mirror-region-list", P_2021, "series 20211123005036, 06/12",
            "Does COPY initialise the mirror's list of regions?"),
    /** A VM with mirrors is not moved. */
    B_36("b-36-mirrors-forbid-move", P_2021, "17d44a96f000",
            "Is a VM with mirrors kept from being moved?"),
    /** A VM with mirrors is moved, and its mirrors with it. */
    B_37("b-37-mirrors-follow", P_6_17, "b2125513dfc0 (from memory)",
            "Does a move give the mirrors their new owner?"),
    /** No move while a vCPU is being created. */
    B_39("b-39-no-move-in-flight", P_6_17, "ecf371f8b02d (from memory)",
            "Is a move refused while a vCPU is being created?"),
    /** A move initialises the destination's VMCBs. */
    B_3A("b-3a-destination-vmcbs", P_6_17, "Init target VMCBs in sev_migrate_from (2022)",
            "Does a move initialise the destination's VMCBs?"),
    /** KVM tells that it can move. */
    B_3C("b-3c-move-is-told", P_2021, "series 20211123005036, 03/12",
            "Does KVM_CHECK_EXTENSION tell of MOVE?"),
    /** SNP VMs are neither moved nor mirrored. */
    B_3D("b-3d-no-snp", P_7_3, "ba06690b28be",
            "Are an SNP VM's move and its mirroring refused?"),
    /** Two VMs are locked behind flags. */
    B_3E("b-3e-migration-flags", P_2021, "sev_lock_two_vms (2021)",
            "Does a move try both VMs' migration_in_progress before it locks them?"),
    /** One lock for all owners and mirrors. */
    D_MIRROR_LOCK("d-mirror-lock", P_7_3, "sev_mirror_lock (2026)",
            "Does one global lock protect owners, mirrors and their lists?"),
    /** KVM_CREATE_VCPU runs under kvm->lock. */
    D_CREATE_LOCKED("d-create-vcpu-locked", P_7_3, "6418b715d5a2",
            "Does all of KVM_CREATE_VCPU run under kvm->lock?"),
    /** Nobody updates VMSAs while a vCPU is being created. */
    D_NO_UPDATE_IN_FLIGHT("d-no-vmsa-in-flight", P_7_3, "8264c0d73f07 (title)",
            "Is LAUNCH_UPDATE_VMSA refused while a vCPU is being created?"),
    /** SNP_LAUNCH_FINISH locks all vCPUs. */
    B_05("b-05-finish-locks-vcpus", P_7_3, "cb923ee6a80f, CVE-2026-31591",
            "Does SNP_LAUNCH_FINISH hold all vCPUs' mutexes?"),
    /** Nothing is mapped before an SNP guest's launch has ended. */
    B_11("b-11-no-early-fault", P_6_17, "2024 (title from memory)",
            "Is KVM_PRE_FAULT_MEMORY refused before SNP_LAUNCH_FINISH?"),
    /** The page of CPUID values is pinned for writing. */
    B_61("b-61-cpuid-page-writable", P_7_3, "2026",
            "Does SNP_LAUNCH_UPDATE ask to write to the page of CPUID values?"),
    /** What SNP_LAUNCH_UPDATE copies is looked at. */
    B_62("b-62-source-checked", P_7_3, "2025 and 2026",
            "Does SNP_LAUNCH_UPDATE refuse a length of 0 and a null pointer?"),
    /** A slot from a guest_memfd keeps its flag. */
    B_65("b-65-gmem-flag-stays", P_7_3, "6.19 (text of the pull request)",
            "Is taking KVM_MEM_GUEST_MEMFD away from a slot refused?"),
    /** Whether a page is prepared is asked of the reverse map table. */
    B_66("b-66-asks-the-rmp", P_7_3, "8622ef05709f",
            "Is it the reverse map table that tells whether a page is the guest's already?"),
    /** What the firmware does not give back is lost on purpose. */
    B_67("b-67-lost-on-purpose", P_6_17, "sev.c sev_vm_destroy, snp_leak_pages",
            "Are page and ASID given up where the firmware fails to give them back?"),
    /** The source of a move has no VMSAs any more. */
    D_VMSAS_TAKEN("d-move-takes-vmsas", P_2021, "no kernel without it is known",
            "Does a move take the source's VMSAs away?"),
    /** A fault maps nothing that has changed since it looked. */
    D_FAULT_RETRY("d-fault-retries", P_6_17, "mmu_invalidate_retry_gfn",
            "Does a fault look again where an invalidation came between?"),
    /** An answer is 0 unless user space writes another. */
    B_98("b-98-ret-zeroed", P_6_17, "x86.c: comment at the assignment of run->hypercall.ret",
            "Does KVM write 0 into run->hypercall.ret before it exits?"),
    /** A guest that asks to be ended is an event for user space. */
    D_SEV_TERM("d-sev-term-event", P_6_17, "c24a950ec7d6 (2022; from memory)",
            "Is a guest's request to be ended KVM_EXIT_SYSTEM_EVENT, and not EINVAL?"),
    /** A triple fault of a guest with encrypted registers is an exit. */
    D_ES_SHUTDOWN("d-es-shutdown-exit", P_6_17, "svm.c shutdown_interception (2023)",
            "Is a triple fault with encrypted registers KVM_EXIT_SHUTDOWN, and not EINVAL?"),
    /** A vCPU's state is encrypted once. */
    B_06("b-06-vmsa-once", P_7_3, "9b9f7962e3e8",
            "Is encrypting the state of a vCPU a second time refused?");

    private final Told told;

    KernelChange(String label, KernelProfile since, String source, String question) {
        told = Told.of(label, since, source, question);
    }

    @Override
    public Told told() {
        return told;
    }

    /** The switches of all of them. */
    public static List<Switch<Presence>> choices() {
        return Change.choices(values());
    }
}
