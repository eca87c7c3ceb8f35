package org.exitrace.kvm.design;

import org.exitrace.engine.design.SwitchValue;

/** Whether a change of KVM is there. */
public enum Presence implements SwitchValue {
    /** As in the chosen kernel. */
    AS_KERNEL("as-kernel", "it is there if the chosen kernel has it", "the kernel's profile"),
    /** Taken out, whatever the kernel. */
    WITHOUT("without", "it is not there, whatever the kernel", "one commit reverted"),
    /** Put in, whatever the kernel. */
    WITH("with", "it is there, whatever the kernel", "one commit applied");

    private final Text text;

    Presence(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
