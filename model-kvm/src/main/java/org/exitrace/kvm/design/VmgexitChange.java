package org.exitrace.kvm.design;

import static org.exitrace.kvm.design.KernelProfile.P_6_17;
import static org.exitrace.kvm.design.KernelProfile.P_7_3;

import java.util.Arrays;
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
    /** The bitmap is copied first, and nothing is read from the page behind the copy. */
    B_51("b-51-snapshot", P_6_17, "4e15a0ddc3ff",
            "Are valid bitmap and fields copied before anything is validated?"),
    /** A GHCB that was not registered is an error of the guest's. */
    B_58("b-58-not-registered", P_7_3, "48f67d92dc9d (kvm-x86 tree)",
            "Does a GHCB page that was not registered give NOT_REGISTERED?"),
    /** A virtual CPU that is freed leaves no page mapped. */
    B_5A("b-5a-unmapped-at-end", P_7_3, "db38bcb33110, 8618004d3e89",
            "Is the GHCB page of a virtual CPU that is freed unmapped?");

    private final KernelProfile since;
    private final String source;
    private final Switch<Presence> choice;

    VmgexitChange(String label, KernelProfile since, String source, String question) {
        this.since = since;
        this.source = source;
        this.choice = new Switch<>(label, question, Presence.class, Presence.AS_KERNEL);
    }

    /** As people write it: {@code B-50}. */
    public String id() {
        return name().replace('_', '-');
    }

    @Override
    public KernelProfile since() {
        return since;
    }

    /** The commit, or what is known of it. */
    public String source() {
        return source;
    }

    @Override
    public Switch<Presence> choice() {
        return choice;
    }

    /** The switches of all of them. */
    public static List<Switch<Presence>> choices() {
        return Arrays.stream(values()).map(VmgexitChange::choice).toList();
    }
}
