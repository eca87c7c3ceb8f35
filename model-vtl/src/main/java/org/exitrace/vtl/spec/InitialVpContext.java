package org.exitrace.vtl.spec;

/**
 * What a level of a processor begins with, x64: where each register lies.
 *
 * <p>Source: docs/vtl.md b.2.
 */
public enum InitialVpContext {
    RIP(8), RSP(8), RFLAGS(8),
    CS(16), DS(16), ES(16), FS(16), GS(16), SS(16), TR(16), LDTR(16),
    IDTR(16), GDTR(16),
    EFER(8), CR0(8), CR3(8), CR4(8), PAT(8);

    /** Length of all. */
    public static final int BYTES = 224;
    /** The same on arm64, of which nothing else is here. */
    public static final int BYTES_ARM64 = 72;

    private final int bytes;

    InitialVpContext(int bytes) {
        this.bytes = bytes;
    }

    /** How many bytes. */
    public int bytes() {
        return bytes;
    }

    /** First byte, from the beginning of the context. */
    public int offset() {
        int offset = 0;
        for (InitialVpContext before : values()) {
            if (before == this) {
                return offset;
            }
            offset += before.bytes;
        }
        throw new IllegalStateException("a constant is among its values");
    }
}
