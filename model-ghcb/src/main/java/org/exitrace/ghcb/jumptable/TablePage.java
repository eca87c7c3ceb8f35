package org.exitrace.ghcb.jumptable;

import java.util.Arrays;
import java.util.Optional;

/** A page whose address a host can give for that of the jump table. */
public enum TablePage {
    /** The one that firmware has reserved: private. */
    RESERVED,
    /** Another private page, with data of the operating system. */
    OTHER_PRIVATE,
    /** A page that guest and host share. */
    SHARED;

    private static final long FIRST = 0x8000;
    private static final int PAGE_BITS = 12;

    /** Its guest-physical address. */
    public long address() {
        return FIRST + ((long) ordinal() << PAGE_BITS);
    }

    /** The page at {@code address}; empty where the model has none. */
    public static Optional<TablePage> at(long address) {
        return Arrays.stream(values()).filter(page -> page.address() == address).findFirst();
    }
}
