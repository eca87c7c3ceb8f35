package org.exitrace.kvm.mirrorvmm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How a VMM keeps the vCPU that serves it from inside the guest. */
public enum MirrorVmm implements SwitchValue {
    /** A second VM beside the first, in the same structures. */
    SAME_KVM_STATE("same-kvm-state",
            "a second VM descriptor in the same KVM state, and one of the -smp vCPUs in it, with"
            + " a thread and a simple run loop of its own",
            "QEMU RFC 00/13 'Add support for Mirror VM', 2021-08-16"),
    /** A second VM that the rest of the VMM does not know. */
    SEPARATE_STRUCTURES("separate-structures",
            "a second VM in structures of its own, whose slots follow a notifier of RAM blocks;"
            + " whoever has a request runs its vCPU until it halts",
            "P. Bonzini's answer to that RFC, 2021-08-16"),
    /** No second VM. */
    AUXILIARY_VCPUS("auxiliary-vcpus",
            "a vCPU of the main VM itself, started by OVMF and hidden from the operating system",
            "QEMU RFC 00/26 'Confidential guest-assisted live migration', 2021-03-02");

    /** How does the VMM keep the vCPU that serves it from inside the guest? */
    public static final Switch<MirrorVmm> SWITCH = new Switch<>("mirror-vmm",
            "How does the VMM keep the vCPU that serves it from inside the guest?",
            MirrorVmm.class, SAME_KVM_STATE);

    private final Text text;

    MirrorVmm(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
