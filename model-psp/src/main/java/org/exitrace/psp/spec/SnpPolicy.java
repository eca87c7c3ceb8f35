package org.exitrace.psp.spec;

/**
 * The bits of an SNP guest's policy that the firmware enforces. The least version of the
 * interface, bits 15:0, and reserved bits are flaws of the input instead
 * (docs/sev-firmware.md, e.1).
 */
public enum SnpPolicy {
    /** May run where simultaneous multithreading is on. */
    SMT(16),
    /** Reserved, and must be one. */
    MUST_BE_ONE(17),
    /** May be bound to a migration agent. */
    MIGRATE_MA(18),
    /** May be debugged. */
    DEBUG(19),
    /** Must run on one socket only. */
    SINGLE_SOCKET(20);

    private final int number;

    SnpPolicy(int number) {
        this.number = number;
    }

    /** The bit's number in the policy word. */
    public int number() {
        return number;
    }

    /** The bit in a set of modelled policy bits. */
    public long bit() {
        return 1L << ordinal();
    }

    /** The names of all bits, in order. */
    public static String[] names() {
        String[] names = new String[values().length];
        for (SnpPolicy bit : values()) {
            names[bit.ordinal()] = bit.name();
        }
        return names;
    }
}
