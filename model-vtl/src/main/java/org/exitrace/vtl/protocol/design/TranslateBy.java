package org.exitrace.vtl.protocol.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Who translates an address of VTL 0 for VTL 1, and what keeps VTL 0's vCPU still meanwhile. */
public enum TranslateBy implements SwitchValue {
    /** The handler itself. */
    IN_KERNEL("in-kernel", "the handler, on VTL 1's thread, with no lock of VTL 0's vCPU",
            "docs/vtl.md d.3; RFC 0/33, 2023-11-08, patch 32"),
    /** The handler, if nobody runs the other vCPU. */
    TRY_LOCK("try-lock", "the handler, if it gets the vCPU's mutex at once; else it fails",
            "docs/vtl.md d.3; answers to the RFC"),
    /** The handler, when the other vCPU has left. */
    KICK_AND_WAIT("kick-and-wait", "the handler, which kicks the vCPU and waits for its mutex",
            "docs/vtl.md d.3; answers to the RFC"),
    /** The VMM. */
    USER_SPACE("user-space", "the VMM, by an ioctl of the vCPU, which takes its mutex",
            "docs/vtl.md d.3; building blocks, 2024-06-09"),
    /** The VMM, in another VM. */
    VM_PER_VTL("vm-per-vtl", "the VMM, by an ioctl of a vCPU of another VM",
            "docs/vtl.md d.2 A2"),
    /** Whoever holds the processor's only mutex. */
    PLANES("planes", "the VMM, while no plane of the processor runs: all have one mutex",
            "docs/vtl.md d.2 A5");

    /** Who translates an address of VTL 0 for VTL 1? */
    public static final Switch<TranslateBy> SWITCH = new Switch<>("translate-by",
            "Who translates an address of VTL 0 for VTL 1?", TranslateBy.class, USER_SPACE);

    private final Text text;

    TranslateBy(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
