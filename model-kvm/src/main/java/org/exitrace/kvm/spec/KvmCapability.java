package org.exitrace.kvm.spec;

/** Capabilities of KVM_CHECK_EXTENSION that matter to encrypted guests. */
public enum KvmCapability {
    /** A VM can become a mirror of another (5.13). */
    KVM_CAP_VM_COPY_ENC_CONTEXT_FROM,
    /** A VM can take over what another is (5.16). */
    KVM_CAP_VM_MOVE_ENC_CONTEXT_FROM,
    /** KVM_CREATE_VM takes types (6.8). */
    KVM_CAP_VM_TYPES,
    /** Pages may be private or shared (6.8). */
    KVM_CAP_MEMORY_ATTRIBUTES,
    /** Memory may come from a guest_memfd (6.8). */
    KVM_CAP_GUEST_MEMFD,
    /** Hypercalls may go to user space (5.14); it tells the mask of those that may. */
    KVM_CAP_EXIT_HYPERCALL;

    /** What KVM_CHECK_EXTENSION tells where it is there; bit 12 is KVM_HC_MAP_GPA_RANGE. */
    public String told() {
        return this == KVM_CAP_EXIT_HYPERCALL ? "4096" : "1";
    }
}
