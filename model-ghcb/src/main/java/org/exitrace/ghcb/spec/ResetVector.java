package org.exitrace.ghcb.spec;

/**
 * Where OVMF tells a VMM how an AP of an SEV-ES guest begins: a table of blocks at the end of the
 * flash, each named by a GUID behind it, is read from its footer upwards. The VMM sets CS and IP of
 * each AP by it before the VMSA is measured, and the first SIPI runs what was measured.
 *
 * <p>Source: edk2 {@code OvmfPkg/ResetVector/Ia16/ResetVectorVtf0.nasm.inc}; qemu
 * {@code target/i386/sev.c}; edk2 {@code MpInitLib/AmdSev.c}.
 */
public final class ResetVector {

    /** Names the table; it stands at {@link #TABLE_FOOTER_ADDRESS}. */
    public static final String TABLE_FOOTER = "96b582de-1fb2-45f7-baea-a366c55a082d";

    /** Guest-physical address of the footer's GUID. */
    public static final long TABLE_FOOTER_ADDRESS = 0xFFFF_FFD0L;

    /** Names the block of 32 bits that holds the first CS:IP of an AP. */
    public static final String SEV_ES_RESET_BLOCK = "00f771de-1a7e-4fcb-890e-68c77e2fb44e";

    /** Bytes before the end of the flash where qemu looks if there is no table. */
    public static final int BYTES_BEFORE_FLASH_END = 0x20;

    /** Low bits of the block: IP. The bits above are those of the base of CS, from the same bit. */
    public static final int IP_BITS = 16;

    /** Selector of CS, whose base is not 16 times this. */
    public static final int CS_SELECTOR = 0xF000;

    /** Limit of CS. */
    public static final int CS_LIMIT = 0xFFFF;

    /**
     * First bytes of the far jump through memory at the address that the block names, the work
     * area; IP and the segment of the wake-up buffer follow its 16-bit operand.
     */
    public static final int WORK_AREA_JUMP = 0x2EFF2E;

    private ResetVector() {
    }
}
