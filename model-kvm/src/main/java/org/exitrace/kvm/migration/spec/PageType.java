package org.exitrace.kvm.migration.spec;

/** What a page is to the guest: its C-bit. Bit 4 of KVM_HC_MAP_GPA_RANGE's attributes. */
public enum PageType {
    /** Encrypted with the guest's key. */
    PRIVATE,
    /** Plain, for host and guest. */
    SHARED;

    /** The other one. */
    public PageType other() {
        return this == PRIVATE ? SHARED : PRIVATE;
    }

    /** As scripts write it. */
    public String word() {
        return this == PRIVATE ? "private" : "shared";
    }
}
