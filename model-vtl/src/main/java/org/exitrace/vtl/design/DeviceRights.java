package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** By what a device reaches pages of the guest. */
public enum DeviceRights implements SwitchValue {
    /** Entries of VTL0's rights, and a change that waits for the device. */
    IOMMU("iommu",
            "an IOMMU has entries of what VTL0 may do; who changes that writes them, and then"
                    + " invalidates what the device keeps of them",
            "docs/vtl.md c.5"),
    /** The two in the wrong order. */
    INVALIDATES_FIRST("invalidates-first",
            "the same, but what the device keeps is invalidated before the entries are written",
            "ours, for I-35"),
    /** Only the first. */
    UNFLUSHED("unflushed",
            "the same, but nobody invalidates what the device keeps",
            "ours, for I-35"),
    /** No rights. */
    ALL_MEMORY("all-memory",
            "the IOMMU, or a process of the host, has all memory of the guest for the device",
            "ours, for I-37"),
    /** No IOMMU. */
    PINNED("pinned",
            "VTL0's rights are looked at once, and the page is pinned while the device uses it",
            "docs/vtl.md f B14");

    /** By what does a device reach pages of the guest? */
    public static final Switch<DeviceRights> SWITCH = new Switch<>("device-rights",
            "By what does a device reach pages of the guest?", DeviceRights.class, IOMMU);

    private final Text text;

    DeviceRights(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }

    /** Whether entries follow what VTL0 may do. */
    public boolean follows() {
        return this == IOMMU || this == INVALIDATES_FIRST || this == UNFLUSHED;
    }
}
