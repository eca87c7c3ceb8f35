package org.exitrace.kvm.stations;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who launches guests, and what runs in them until they are up. */
public enum Vmm implements SwitchValue {
    /** Nothing but the ioctl. */
    BARE("bare",
            "a program that measures one ioctl",
            "SEVeriFast, ASPLOS 2024, pre-encrypt.pdf"),
    /** A plain micro VM. */
    FIRECRACKER("firecracker",
            "stock Firecracker, with a guest that is not confidential",
            "SEVeriFast, ASPLOS 2024, boot breakdown"),
    /** A small root of trust. */
    SEVERIFAST("severifast",
            "Firecracker with a small root of trust",
            "SEVeriFast, ASPLOS 2024, boot breakdown"),
    /** A plain VM. */
    QEMU("qemu",
            "stock QEMU, with a guest that is not confidential",
            "SEVeriFast, ASPLOS 2024, concurrent boots"),
    /** OVMF is measured. */
    QEMU_SNP("qemu-snp",
            "QEMU with OVMF as root of trust",
            "SEVeriFast, ASPLOS 2024, boot times");

    /** Who launches the guests? */
    public static final Switch<Vmm> SWITCH = new Switch<>("vmm",
            "Who launches the guests?", Vmm.class, BARE);

    private final Text text;

    Vmm(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
