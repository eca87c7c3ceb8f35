package org.exitrace.vtl.spec;

/**
 * Where the fields of the VP assist page lie. VTL 0 has nothing from {@link #ENTRY_REASON} on.
 *
 * <p>Source: docs/vtl.md a.6.
 */
public enum AssistPage {
    /** Whether an end of interrupt can be left out. */
    APIC_ASSIST(0, 4),
    /** Why the level was entered. */
    ENTRY_REASON(8, 4),
    /** Bit 0: an interrupt waits for a lower level. */
    VINA_STATUS(12, 1),
    /** What RAX becomes at a return that is not fast. */
    RETURN_RAX(16, 8),
    /** What RCX becomes at a return that is not fast. */
    RETURN_RCX(24, 8),
    /** EAX of a level of 32 bits. */
    RETURN_EAX_32(16, 4),
    /** ECX of a level of 32 bits. */
    RETURN_ECX_32(20, 4),
    /** EDX of a level of 32 bits. */
    RETURN_EDX_32(24, 4);

    private final int offset;
    private final int bytes;

    AssistPage(int offset, int bytes) {
        this.offset = offset;
        this.bytes = bytes;
    }

    /** First byte, from the beginning of the page. */
    public int offset() {
        return offset;
    }

    /** How many bytes. */
    public int bytes() {
        return bytes;
    }
}
