package org.exitrace.kvm.spec;

/** What the host offers guests: each level has what those before it have. */
public enum HostSupport {
    /** No encrypted guests. */
    NONE("none"),
    /** Encrypted memory. */
    SEV("sev"),
    /** Encrypted registers too. */
    SEV_ES("sev-es"),
    /** A reverse map table too. */
    SEV_SNP("sev-snp");

    private final String label;

    HostSupport(String label) {
        this.label = label;
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    /** Whether it offers {@code level}. */
    public boolean has(HostSupport level) {
        return ordinal() >= level.ordinal();
    }
}
