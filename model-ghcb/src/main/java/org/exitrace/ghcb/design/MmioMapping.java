package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether a #VC handler looks at the mapping of what it takes for a device. */
public enum MmioMapping implements SwitchValue {
    /** Memory that is mapped with the C-bit is no device. */
    CHECKED("checked",
            "an access through a mapping with the C-bit is refused, which ends the guest",
            "Linux 2411cd821123 (from memory)"),
    /** What raises #VC is a device. */
    UNCHECKED("unchecked",
            "whatever the nested page table calls a device is taken for one",
            "Linux before 2411cd821123 (from memory)");

    /** Is the mapping looked at of what the handler decodes to MMIO? */
    public static final Switch<MmioMapping> SWITCH = new Switch<>(
            "mmio-mapping", "Is the mapping looked at of what the handler decodes to MMIO?",
            MmioMapping.class, CHECKED);

    private final Text text;

    MmioMapping(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
