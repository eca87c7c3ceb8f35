package org.exitrace.kvm.vmgexit;

/**
 * What KVM was told of the VM, as far as it decides how VMGEXIT is handled.
 *
 * @param snp whether it is an SEV-SNP guest, or else SEV-ES
 * @param registered whether each virtual CPU's GHCB is registered in the first state; of SNP only
 * @param ghcbVersion the newest version of the protocol that the guest is offered, 1 or 2
 * @param hypercallExits whether KVM_HC_MAP_GPA_RANGE goes to user space
 * @param moreMemory whether there is shared memory beyond the GHCBs
 * @param certificates whether user space wants to be asked for certificates
 */
public record GuestVm(boolean snp, boolean registered, int ghcbVersion, boolean hypercallExits,
        boolean moreMemory, boolean certificates) {

    /** What a machine has that is not told otherwise. */
    public static final GuestVm USUAL = new GuestVm(
            false, true, 2, true, false, false);
}
