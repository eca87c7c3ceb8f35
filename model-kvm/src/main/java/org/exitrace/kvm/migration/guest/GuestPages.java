package org.exitrace.kvm.migration.guest;

/**
 * Whose the guest's pages are.
 *
 * @param all how many there are; the firmware's come first
 * @param firmware how many are the firmware's own, which no kernel counts as its memory
 * @param decryptedBss whether the last one is what a kernel maps shared from its first instruction
 * @param efi whether the firmware is EFI
 */
public record GuestPages(int all, int firmware, boolean decryptedBss, boolean efi) {

    /** Whether that page is what a kernel maps shared from its first instruction. */
    boolean isDecryptedBss(int page) {
        return decryptedBss && page == all - 1;
    }
}
