package org.exitrace.kvm.lock;

/**
 * The kinds of locks, outermost first: a thread that holds one takes only those that stand behind
 * it. docs/kvm-host.md has what each protects.
 */
public enum LockClass {
    /** {@code kvm->lock} of the VM that an ioctl is about. */
    KVM_LOCK("kvm->lock"),
    /** {@code kvm->lock} of the source of a COPY or MOVE; only behind both VMs' flags. */
    SOURCE_KVM_LOCK("source kvm->lock"),
    /** {@code vcpu->mutex}; several of them only under {@code kvm->lock}. */
    VCPU_MUTEX("vcpu->mutex"),
    /** {@code kvm->slots_lock}. */
    SLOTS_LOCK("kvm->slots_lock"),
    /** {@code sev_bitmap_lock}. */
    SEV_BITMAP_LOCK("sev_bitmap_lock"),
    /** {@code sev_deactivate_lock}. */
    SEV_DEACTIVATE_LOCK("sev_deactivate_lock"),
    /** {@code sev_mirror_lock}. */
    SEV_MIRROR_LOCK("sev_mirror_lock");

    private final String label;

    LockClass(String label) {
        this.label = label;
    }

    /** As the kernel spells it. */
    public String label() {
        return label;
    }
}
