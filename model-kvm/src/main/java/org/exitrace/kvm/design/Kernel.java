package org.exitrace.kvm.design;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.kvm.spec.KvmCapability;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.kvm.spec.VmType;

/** What the kernel of a design knows and does: its profile, with changes put in or taken out. */
public final class Kernel {

    private final Design design;
    private final KernelProfile profile;

    /** The kernel of {@code design}. */
    public Kernel(Design design) {
        this.design = design;
        this.profile = design.get(KernelProfile.SWITCH);
    }

    /** The switches that tell a host's kernel: the profile, then one for each change. */
    public static List<Switch<?>> switches() {
        List<Switch<?>> all = new ArrayList<>();
        all.add(KernelProfile.SWITCH);
        all.addAll(KernelChange.choices());
        all.add(VmgexitChange.B_57.choice());
        all.add(VmgexitChange.B_59.choice());
        all.add(VmgexitChange.B_98.choice());
        return List.copyOf(all);
    }

    /** The same for hosts of which only the handling of VMGEXIT is modelled. */
    public static List<Switch<?>> vmgexitSwitches() {
        List<Switch<?>> all = new ArrayList<>();
        all.add(KernelProfile.SWITCH);
        all.addAll(VmgexitChange.choices());
        all.add(HostAtList.SWITCH);
        all.add(SnapshotOrder.SWITCH);
        return List.copyOf(all);
    }

    /** Whether it is a hostile one, which leaves lists of page state changes as they are. */
    public boolean idlesAtLists() {
        return design.get(HostAtList.SWITCH) == HostAtList.IDLES;
    }

    /** Whether it copies the fields of a GHCB, and then the bitmap that says which are valid. */
    public boolean copiesFieldsFirst() {
        return has(VmgexitChange.B_51)
                && design.get(SnapshotOrder.SWITCH) == SnapshotOrder.FIELDS_FIRST;
    }

    /** Its profile. */
    public KernelProfile profile() {
        return profile;
    }

    /** Whether it has {@code change}. */
    public boolean has(Change change) {
        return switch (design.get(change.choice())) {
            case WITH -> true;
            case WITHOUT -> false;
            case AS_KERNEL -> profile.isSince(change.since());
        };
    }

    /** Whether KVM_CAP_VM_COPY_ENC_CONTEXT_FROM is known (5.13). */
    public boolean copies() {
        return profile.isSince(KernelProfile.P_2021);
    }

    /** Whether KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM is known (5.16). */
    public boolean moves() {
        return profile.isSince(KernelProfile.P_2021);
    }

    /** Whether it has {@code capability}, told or not. */
    public boolean has(KvmCapability capability) {
        return switch (capability) {
            case KVM_CAP_VM_COPY_ENC_CONTEXT_FROM -> copies();
            case KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM -> moves();
            case KVM_CAP_EXIT_HYPERCALL -> profile.isSince(KernelProfile.P_2021);
            case KVM_CAP_VM_TYPES, KVM_CAP_MEMORY_ATTRIBUTES, KVM_CAP_GUEST_MEMFD ->
                    profile.isSince(KernelProfile.P_6_17);
        };
    }

    /** Whether ASIDs are charged to the misc cgroup (5.13). */
    public boolean chargesCgroups() {
        return profile.isSince(KernelProfile.P_2021);
    }

    /** Whether KVM_CREATE_VM knows {@code type}; all but the first are of 2024. */
    public boolean knows(VmType type) {
        return type == VmType.DEFAULT || profile.isSince(KernelProfile.P_6_17);
    }

    /** Whether KVM_MEMORY_ENCRYPT_OP has {@code command}. */
    public boolean knows(SevCommandId command) {
        return switch (command) {
            case SEND_UPDATE_VMSA, RECEIVE_UPDATE_VMSA, CERT_EXPORT -> false;
            case SEV_INIT, LAUNCH_START, LAUNCH_UPDATE_DATA, LAUNCH_SECRET, LAUNCH_MEASURE,
                    LAUNCH_FINISH, GUEST_STATUS, DBG_DECRYPT, DBG_ENCRYPT -> true;
            case SEV_INIT2, SNP_LAUNCH_START, SNP_LAUNCH_UPDATE, SNP_LAUNCH_FINISH ->
                    profile.isSince(KernelProfile.P_6_17);
            case SNP_ENABLE_REQ_CERTS -> profile.isSince(KernelProfile.P_7_3);
            default -> profile.isSince(KernelProfile.P_2021);
        };
    }
}
