package org.exitrace.kvm.apboot;

/** What the guest is about to do. */
public enum Story {
    /** The first start of the APs by OVMF, and the rounds after it. */
    POWER_ON("power-on", "OVMF starts the APs for the first time, then wakes them in rounds"),
    /** OVMF's rounds, with the APs parked at the beginning. */
    FIRMWARE_ROUNDS("firmware-rounds", "the APs are parked and OVMF wakes them in rounds"),
    /** The hand-over of parked APs from PEI to DXE. */
    PEI_TO_DXE("pei-to-dxe", "DXE takes over the APs that PEI has parked"),
    /** ExitBootServices, the last firmware round, and the OS's bring-up. */
    EXIT_BOOT_SERVICES("exit-boot-services",
            "OVMF parks the APs for the OS, which then wakes them through the jump table"),
    /** The OS's bring-up of APs that wait in the last firmware park. */
    OS_BRING_UP("os-bring-up",
            "the APs are in the last firmware park and the OS wakes them through the jump table"),
    /** CPU offline and online. */
    HOTPLUG("hotplug", "Linux takes each AP offline and online again"),
    /** Another kernel is booted while APs are parked. */
    KEXEC("kexec", "kexec boots another kernel while APs are parked"),
    /** Whatever the scripts of a scenario say. */
    SCRIPTED("scripted", "each CPU, and each VMM thread that has one, does what its script says");

    private final String label;
    private final String meaning;

    Story(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** Name as people write it. */
    public String label() {
        return label;
    }

    /** What happens, in one sentence. */
    public String meaning() {
        return meaning;
    }
}
