package org.exitrace.kvm.migration.guest;

/** What a late initcall finds when it asks EFI for SevLiveMigrationEnabled. */
public enum Variable {
    /** What the firmware has set, or not. */
    AS_FIRMWARE("as-firmware"),
    /** No runtime services. */
    NO_SERVICES("no-services"),
    /** No such variable. */
    NOT_FOUND("not-found"),
    /** An error. */
    ERROR("error"),
    /** The value 0. */
    ZERO("zero"),
    /** A value other than 0. */
    ONE("one");

    private final String label;

    Variable(String label) {
        this.label = label;
    }

    /** As scripts write it. */
    public String label() {
        return label;
    }

    /** Whether the kernel then says that it can be migrated. */
    boolean enables(boolean firmwareHasSetIt) {
        return this == ONE || this == AS_FIRMWARE && firmwareHasSetIt;
    }
}
