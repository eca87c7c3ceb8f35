package org.exitrace.kvm.migration.spec;

/** What of a guest is encrypted. */
public enum GuestKind {
    /** Memory. */
    SEV,
    /** Memory and registers. */
    SEV_ES,
    /** Nothing. */
    PLAIN;

    /** Whether its memory is encrypted. */
    public boolean isSev() {
        return this != PLAIN;
    }

    /** Its label in scenario files. */
    public String label() {
        return switch (this) {
            case SEV -> "sev";
            case SEV_ES -> "sev-es";
            case PLAIN -> "plain";
        };
    }
}
