package org.exitrace.kvm.spec;

/**
 * Sub-commands of KVM_MEMORY_ENCRYPT_OP, in the order of their numbers
 * ({@code arch/x86/include/uapi/asm/kvm.h}; numbers from memory, that of SNP_LAUNCH_START from
 * the dispatcher's comparison).
 */
public enum SevCommandId {
    /** Makes a VM of the default type an SEV guest. */
    SEV_INIT(0),
    /** Makes a VM of the default type an SEV-ES guest. */
    SEV_ES_INIT(1),
    /** Begins a launch. */
    LAUNCH_START(2),
    /** Encrypts memory in place and measures it. */
    LAUNCH_UPDATE_DATA(3),
    /** Encrypts each vCPU's state and measures it. */
    LAUNCH_UPDATE_VMSA(4),
    /** Injects a secret of the owner. */
    LAUNCH_SECRET(5),
    /** Tells the measurement. */
    LAUNCH_MEASURE(6),
    /** Ends a launch. */
    LAUNCH_FINISH(7),
    /** Begins to send the guest away. */
    SEND_START(8),
    /** Encrypts a page for the way. */
    SEND_UPDATE_DATA(9),
    /** Never implemented. */
    SEND_UPDATE_VMSA(10),
    /** Ends sending. */
    SEND_FINISH(11),
    /** Begins to receive a guest. */
    RECEIVE_START(12),
    /** Decrypts a page from the way. */
    RECEIVE_UPDATE_DATA(13),
    /** Never implemented. */
    RECEIVE_UPDATE_VMSA(14),
    /** Ends receiving. */
    RECEIVE_FINISH(15),
    /** Tells the guest's state. */
    GUEST_STATUS(16),
    /** Decrypts a page for a debugger. */
    DBG_DECRYPT(17),
    /** Encrypts a page for a debugger. */
    DBG_ENCRYPT(18),
    /** Exports a certificate; not modelled behind its number. */
    CERT_EXPORT(19),
    /** Tells an attestation report. */
    GET_ATTESTATION_REPORT(20),
    /** Takes the sending back. */
    SEND_CANCEL(21),
    /** Makes a typed VM a guest of that type. */
    SEV_INIT2(22),
    /** Begins the launch of an SNP guest. */
    SNP_LAUNCH_START(100),
    /** Copies in, encrypts and measures pages of an SNP guest. */
    SNP_LAUNCH_UPDATE(101),
    /** Encrypts the vCPUs' states and ends the launch of an SNP guest. */
    SNP_LAUNCH_FINISH(102),
    /** Lets user space answer requests for certificates. */
    SNP_ENABLE_REQ_CERTS(103);

    private final int number;

    SevCommandId(int number) {
        this.number = number;
    }

    /** Its number. */
    public int number() {
        return number;
    }

    /** Whether a mirror VM may give it: its own vCPUs' state, a look, and a debugger's. */
    public boolean isForMirrors() {
        return this == LAUNCH_UPDATE_VMSA || this == GUEST_STATUS || this == DBG_DECRYPT
                || this == DBG_ENCRYPT;
    }
}
