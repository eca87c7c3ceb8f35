package org.exitrace.kvm.spec;

import java.util.List;

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

    /** All masks that it may tell. */
    public static final List<String> MASKS = List.of("3", "7", "8", "15", "31", "4096");

    /**
     * What KVM_CHECK_EXTENSION tells where it is there, on a host that offers {@code support}: 1,
     * or a mask. Bit n of types is type n; attribute 8 is private; bit 12 is KVM_HC_MAP_GPA_RANGE.
     */
    public String told(HostSupport support) {
        return switch (this) {
            case KVM_CAP_VM_TYPES -> types(support);
            case KVM_CAP_MEMORY_ATTRIBUTES -> "8";
            case KVM_CAP_EXIT_HYPERCALL -> "4096";
            default -> "1";
        };
    }

    private static String types(HostSupport support) {
        return support.has(HostSupport.SEV_SNP) ? "31" : support.has(HostSupport.SEV_ES) ? "15"
                : support.has(HostSupport.SEV) ? "7" : "3";
    }
}
