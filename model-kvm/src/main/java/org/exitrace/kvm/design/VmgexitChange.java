package org.exitrace.kvm.design;

import static org.exitrace.kvm.design.KernelProfile.P_2020;
import static org.exitrace.kvm.design.KernelProfile.P_2021;
import static org.exitrace.kvm.design.KernelProfile.P_6_17;
import static org.exitrace.kvm.design.KernelProfile.P_7_3;

import java.util.List;
import org.exitrace.engine.design.Switch;

/**
 * One difference between kernels in how they handle VMGEXIT. Ids are those of docs/ghcb.md; a
 * change that repairs no bug of that list begins with D.
 */
public enum VmgexitChange implements Change {
    /** What was validated is what is used: fields are read once. */
    B_50("b-50-fields-once", P_6_17, "7588dbcebcbf (from memory), CVE-2023-4155",
            "Is an exit dispatched by the code that was validated, and not read again?"),
    /** A request to create a virtual CPU that is refused changes nothing. */
    B_46("b-46-refused-without-effect", P_6_17, "d26638bfcdfc",
            "Does a request to create an AP that is refused leave its target alone?"),
    /** No VMRUN without a VMSA. */
    B_47("b-47-vmsa-needed", P_6_17, "72d12715edcd",
            "Does KVM_RUN refuse a vCPU that has no VMSA?"),
    /** An AP has the features of its VM. */
    B_48("b-48-features-match", P_6_17, "745ff82199b1",
            "Must RAX, the features of a new AP, be those of the VM?"),
    /** A VMSA without memory is told. */
    B_49("b-49-missing-vmsa-told", P_7_3, "docs/ghcb.md B-49",
            "Does KVM_RUN fail where the page of a new VMSA has no memory?"),
    /** No VMSA on a boundary of 2 MiB. */
    B_4B("b-4b-no-aligned-vmsa", P_6_17, "docs/ghcb.md B-4B",
            "Is a VMSA on a boundary of 2 MiB refused?"),
    /** A destroyed AP stays in the kernel. */
    B_4D("b-4d-stopped-stays", P_6_17, "versions 5 to 9 of the series lack it",
            "Does a vCPU that was stopped block, and not return to user space?"),
    /** A vCPU whose VMSA loses its memory looks for it again. */
    D_VMSA_RELOAD("d-vmsa-reloaded", P_7_3, "docs/ghcb.md f.5",
            "Is a vCPU asked to look for its VMSA again when the page loses its memory?"),
    /** Who looks for a VMSA looks again where memory was taken away meanwhile. */
    D_VMSA_RETRY("d-vmsa-retried", P_7_3, "docs/ghcb.md f.5",
            "Is a VMSA looked for again where mmu_invalidate_seq has changed meanwhile?"),
    /** The bitmap is copied first, and nothing is read from the page behind the copy. */
    B_51("b-51-snapshot", P_6_17, "4e15a0ddc3ff",
            "Are valid bitmap and fields copied before anything is validated?"),
    /** Entries of a page state list are copied once. */
    B_52("b-52-entries-once", P_7_3, "c8cc238093ca",
            "Is each entry of a page state list read once?"),
    /** Indices of a page state list are compared with the room that there is. */
    B_53("b-53-list-room", P_7_3, "121d88de56bc, 5867d7e202e0, 2be54670bdc0",
            "Must a page state list end inside of the shared buffer?"),
    /** The indices of a page state list are KVM's own once it has read them. */
    D_LIST_INDEX("d-list-index-once", P_7_3, "ce6ea7b33e00",
            "Are the indices of a page state list read once per VMGEXIT?"),
    /** The GHCB MSR asks for private or shared only. */
    D_MSR_OPERATION("d-msr-operation-checked", P_2020, "E-GHCB; sev.c snp_begin_psc_msr",
            "Does a page state change by the GHCB MSR refuse PSMASH and UNSMASH?"),
    /** User space's answer to a hypercall is one of three. */
    B_98("b-98-ret-checked", P_7_3, "docs/ghcb.md f.4",
            "Does an answer to KVM_HC_MAP_GPA_RANGE that is none end KVM_RUN?"),
    /** What string I/O reaches is counted in bytes. */
    B_55("b-55-string-bytes", P_2021, "95e16b4792b0 (from memory), CVE-2021-4093",
            "Is the scratch area of string I/O as long as count times size?"),
    /** Malformed requests are the guest's error. */
    B_57("b-57-bad-input-told", P_6_17, "ad5b353240c8 (from memory)",
            "Is a malformed request told to the guest, and not to user space?"),
    /** Only the registered page of an SNP guest is looked at. */
    D_REGISTRATION("d-registration-checked", P_6_17, "sev.c @0097f9df996f",
            "Is the GHCB of an SNP guest compared with the registered one?"),
    /** A GHCB that was not registered is an error of the guest's. */
    B_58("b-58-not-registered", P_7_3, "48f67d92dc9d (kvm-x86 tree)",
            "Does a GHCB page that was not registered give NOT_REGISTERED?"),
    /** Errors are told by what they are. */
    B_59("b-59-error-classes", P_7_3, "5a1c1fd48bb8, b4a93b813f41 (kvm-x86 tree)",
            "Does an event for SNP guests give another guest INVALID_EVENT, and do bad addresses"
                    + " give INVALID_INPUT?"),
    /** XCR0 is looked at. */
    B_5B("b-5b-xcr0-checked", P_7_3, "2025",
            "Is an XCR0 that no processor takes ignored?"),
    /** Lengths are looked at. */
    B_5C("b-5c-lengths-checked", P_7_3, "3988bd2723de, 1aa8a6dc7dac, dcf1b2d4b056",
            "Is an access of no bytes ignored, and one of more than eight refused?"),
    /** Version 2 has its scratch area in the GHCB. */
    D_SCRATCH_IN_PAGE("d-scratch-in-page", P_7_3, "db3f2195d293, f185e05dce6f",
            "Must a scratch area of version 2 lie in the GHCB page?"),
    /** XSS comes with a request. */
    D_XSS("d-xss-copied", P_7_3, "sev.c @12c1f6e03f94",
            "Is XSS copied from the GHCB?"),
    /** A virtual CPU that is freed leaves no page mapped. */
    B_5A("b-5a-unmapped-at-end", P_7_3, "db38bcb33110, 8618004d3e89",
            "Is the GHCB page of a virtual CPU that is freed unmapped?");

    private final Told told;

    VmgexitChange(String label, KernelProfile since, String source, String question) {
        told = Told.of(label, since, source, question);
    }

    @Override
    public Told told() {
        return told;
    }

    /** The switches of all of them. */
    public static List<Switch<Presence>> choices() {
        return Change.choices(values());
    }
}
