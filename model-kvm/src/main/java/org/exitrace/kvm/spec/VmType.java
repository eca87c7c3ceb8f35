package org.exitrace.kvm.spec;

/**
 * The type argument of KVM_CREATE_VM ({@code arch/x86/include/uapi/asm/kvm.h}; numbers from
 * memory).
 */
public enum VmType {
    /** Any VM before types were known; SEV and SEV-ES by KVM_SEV_INIT and KVM_SEV_ES_INIT. */
    DEFAULT(0),
    /** Private memory without hardware behind it. */
    SW_PROTECTED(1),
    /** SEV, initialised by KVM_SEV_INIT2. */
    SEV(2),
    /** SEV-ES, initialised by KVM_SEV_INIT2. */
    SEV_ES(3),
    /** SEV-SNP, initialised by KVM_SEV_INIT2. */
    SNP(4);

    private final int number;

    VmType(int number) {
        this.number = number;
    }

    /** Its number. */
    public int number() {
        return number;
    }

    /** Whether its pages can be private. */
    public boolean hasPrivateMemory() {
        return this == SNP || this == SW_PROTECTED;
    }

    /** Whether its registers are the guest's own once they are encrypted. */
    public boolean hasProtectedState() {
        return ordinal() >= SEV_ES.ordinal();
    }

    /** Whether it needs KVM_SEV_INIT2 before its vCPUs may run. */
    public boolean isEncrypted() {
        return ordinal() >= SEV.ordinal();
    }
}
