package org.exitrace.kvm.stations;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What IPI virtualization takes away from a sender. */
public enum IpiVirtualization implements SwitchValue {
    /** Nothing. */
    OFF("off",
            "there is none: the sender exits",
            "KVM mailing list, Zeng Guang, March 2022"),
    /** The exit. */
    EXIT("exit",
            "the exit; a write to the APIC page is emulated as before",
            "our own reading, the dearer bound"),
    /** All that the host does. */
    EXIT_AND_EMULATION("exit-and-emulation",
            "the exit, and the emulation of a write to the APIC page",
            "our own reading, the cheaper bound");

    /** What does IPI virtualization take away? */
    public static final Switch<IpiVirtualization> SWITCH = new Switch<>("ipi-virtualization",
            "What does IPI virtualization take away?", IpiVirtualization.class, OFF);

    private final Text text;

    IpiVirtualization(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
