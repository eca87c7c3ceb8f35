package org.exitrace.ghcb.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A field of the GHCB page that some event uses. The bit of a field of the save area in the valid
 * bitmap is its offset divided by eight; fields behind the bitmap have none.
 *
 * <p>Source: Linux {@code arch/x86/include/asm/svm.h}, edk2 {@code Register/Amd/Ghcb.h}.
 */
public enum GhcbField {
    /** Privilege level of the caller of a hypercall. */
    CPL(0x0CB, 1),
    /** MSR_IA32_XSS, for CPUID leaf 0xD. */
    XSS(0x140, 8),
    /** Debug register 7. */
    DR7(0x160, 8),
    /** Instruction pointer. */
    RIP(0x178, 8),
    /** Stack pointer. */
    RSP(0x1D8, 8),
    /** General register. */
    RAX(0x1F8, 8),
    /** General register. */
    RCX(0x308, 8),
    /** General register. */
    RDX(0x310, 8),
    /** General register. */
    RBX(0x318, 8),
    /** General register. */
    RBP(0x328, 8),
    /** General register. */
    RSI(0x330, 8),
    /** General register. */
    RDI(0x338, 8),
    /** General register. */
    R8(0x340, 8),
    /** General register. */
    R9(0x348, 8),
    /** General register. */
    R10(0x350, 8),
    /** General register. */
    R11(0x358, 8),
    /** General register. */
    R12(0x360, 8),
    /** General register. */
    R13(0x368, 8),
    /** General register. */
    R14(0x370, 8),
    /** General register. */
    R15(0x378, 8),
    /** Which event; valid in each. */
    SW_EXITCODE(0x390, 8),
    /** First argument, and in its low half how the host took the event. */
    SW_EXITINFO1(0x398, 8),
    /** Second argument, and the answer. */
    SW_EXITINFO2(0x3A0, 8),
    /** Guest-physical address of the scratch area. */
    SW_SCRATCH(0x3A8, 8),
    /** Extended control register 0, for CPUID leaf 0xD. */
    XCR0(0x3E8, 8),
    /** Address of the x87 state; behind the bitmap. */
    X87_STATE_GPA(0x400, 8),
    /** Version of the protocol that the page follows. */
    PROTOCOL_VERSION(0xFFA, 2),
    /** Layout of the page; 0 is that of this enumeration. */
    GHCB_USAGE(0xFFC, 4);

    /** Offset of the bitmap, which ends the part that it tells of. */
    public static final int VALID_BITMAP = 0x3F0;
    /** Offset of the first byte of the shared buffer. */
    public static final int SHARED_BUFFER = 0x800;
    /** Offset of the first byte behind it. */
    public static final int SHARED_BUFFER_END = 0xFF0;

    private final int offset;
    private final int bytes;

    GhcbField(int offset, int bytes) {
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

    /** Whether {@code value} fits into it. */
    public boolean holds(long value) {
        return bytes == Long.BYTES || value >>> bytes * Byte.SIZE == 0;
    }

    /** Whether the bitmap tells of it. */
    public boolean hasValidBit() {
        return offset < VALID_BITMAP;
    }

    /** Its bit in the bitmap. */
    public int validBit() {
        return offset / Long.BYTES;
    }

    /** The field of that name; empty if the page has none. */
    public static Optional<GhcbField> named(String name) {
        return Arrays.stream(values()).filter(field -> field.name().equals(name)).findFirst();
    }

    /** The names of all, in the order of their offsets. */
    public static List<String> names() {
        return Arrays.stream(values()).map(GhcbField::name).toList();
    }
}
