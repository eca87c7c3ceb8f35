package org.exitrace.psp.spec;

/**
 * The commands of the mailbox, by the number that stands in bits 26:16 of the command register
 * ({@code include/linux/psp-sev.h}). Commands of newer firmware (trusted I/O, 0xD0 and
 * above) are left out, apart from SNP_VERIFY_MITIGATION, which a driver may give to firmware
 * that does not know it.
 */
public enum CommandId {

    INIT(0x01),
    SHUTDOWN(0x02),
    PLATFORM_RESET(0x03),
    PLATFORM_STATUS(0x04, BufferUse.WRITTEN),
    PEK_GEN(0x05),
    PEK_CSR(0x06, BufferUse.WRITTEN_ALSO_IF_SHORT),
    PEK_CERT_IMPORT(0x07),
    PDH_CERT_EXPORT(0x08, BufferUse.WRITTEN_ALSO_IF_SHORT),
    PDH_GEN(0x09),
    DF_FLUSH(0x0A),
    DOWNLOAD_FIRMWARE(0x0B),
    GET_ID(0x0C, BufferUse.WRITTEN_ALSO_IF_SHORT),
    INIT_EX(0x0D),
    NOP(0x0E),
    RING_BUFFER(0x0F),
    DECOMMISSION(0x20),
    ACTIVATE(0x21),
    DEACTIVATE(0x22),
    GUEST_STATUS(0x23, BufferUse.WRITTEN),
    COPY(0x24),
    ACTIVATE_EX(0x25),
    LAUNCH_START(0x30, BufferUse.WRITTEN),
    LAUNCH_UPDATE_DATA(0x31),
    LAUNCH_UPDATE_VMSA(0x32),
    LAUNCH_MEASURE(0x33, BufferUse.WRITTEN_ALSO_IF_SHORT),
    LAUNCH_SECRET(0x34),
    LAUNCH_FINISH(0x35),
    ATTESTATION(0x36, BufferUse.ANSWERED_IF_SHORT),
    SEND_START(0x40, BufferUse.WRITTEN_ALSO_IF_SHORT),
    SEND_UPDATE_DATA(0x41, BufferUse.WRITTEN_ALSO_IF_SHORT),
    SEND_UPDATE_VMSA(0x42, BufferUse.WRITTEN_ALSO_IF_SHORT),
    SEND_FINISH(0x43),
    SEND_CANCEL(0x44),
    RECEIVE_START(0x50, BufferUse.WRITTEN),
    RECEIVE_UPDATE_DATA(0x51),
    RECEIVE_UPDATE_VMSA(0x52),
    RECEIVE_FINISH(0x53),
    DBG_DECRYPT(0x60),
    DBG_ENCRYPT(0x61),
    SWAP_OUT(0x70, BufferUse.WRITTEN_ALSO_IF_SHORT),
    SWAP_IN(0x71),
    SNP_INIT(0x81),
    SNP_SHUTDOWN(0x82),
    SNP_PLATFORM_STATUS(0x83),
    SNP_DF_FLUSH(0x84),
    SNP_INIT_EX(0x85),
    SNP_SHUTDOWN_EX(0x86),
    SNP_DECOMMISSION(0x90),
    SNP_ACTIVATE(0x91),
    SNP_GUEST_STATUS(0x92),
    SNP_GCTX_CREATE(0x93),
    SNP_GUEST_REQUEST(0x94),
    SNP_ACTIVATE_EX(0x95),
    SNP_LAUNCH_START(0xA0),
    SNP_LAUNCH_UPDATE(0xA1),
    SNP_LAUNCH_FINISH(0xA2),
    SNP_DBG_DECRYPT(0xB0),
    SNP_DBG_ENCRYPT(0xB1),
    SNP_VERIFY_MITIGATION(0xB2),
    SNP_SWAP_OUT(0xC0),
    SNP_SWAP_IN(0xC1),
    SNP_PAGE_MOVE(0xC2),
    SNP_MD_INIT(0xC3),
    SNP_PAGE_SET_STATE(0xC6),
    SNP_PAGE_RECLAIM(0xC7),
    SNP_PAGE_UNSMASH(0xC8),
    SNP_CONFIG(0xC9),
    SNP_DOWNLOAD_FIRMWARE_EX(0xCA),
    SNP_COMMIT(0xCB),
    DLFW_CONTINUE(0xCC),
    SNP_VLEK_LOAD(0xCD),
    SNP_FEATURE_INFO(0xCE);

    private final int code;
    private final BufferUse use;

    CommandId(int code) {
        this(code, BufferUse.READ);
    }

    CommandId(int code, BufferUse use) {
        this.code = code;
        this.use = use;
    }

    /** The number of the command. */
    public int code() {
        return code;
    }

    /** Whether the firmware writes into the command buffer, so that its page has to allow it. */
    public boolean writesBuffer() {
        return use == BufferUse.WRITTEN || use == BufferUse.WRITTEN_ALSO_IF_SHORT;
    }

    /** Whether it copies the command buffer back: ATTESTATION does so without asking its page. */
    public boolean isCopiedBack() {
        return use != BufferUse.READ;
    }

    /** Whether it writes the needed length where a buffer was too short. */
    public boolean tellsNeededLength() {
        return use == BufferUse.WRITTEN_ALSO_IF_SHORT || use == BufferUse.ANSWERED_IF_SHORT;
    }

    /** What the firmware does with the command buffer, beside reading it once. */
    private enum BufferUse {
        READ, WRITTEN, WRITTEN_ALSO_IF_SHORT, ANSWERED_IF_SHORT
    }
}
