package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What keeps x86 software from the reverse map table while SNP_INIT fills it. */
public enum RmpGuard implements SwitchValue {
    /** A trusted memory region. */
    REGION("region",
            "a trusted memory region lets x86 software only read it until it protects itself",
            "SEV firmware, a.2"),
    /** Nothing. */
    NONE("none",
            "nothing that holds: x86 software can write to it until it protects itself",
            "CVE-2025-0033; the way round the region is not published");

    /** What guards the reverse map table while it is filled? */
    public static final Switch<RmpGuard> SWITCH = new Switch<>("rmp-guard",
            "What guards the reverse map table while it is filled?",
            RmpGuard.class, REGION);

    private final Text text;

    RmpGuard(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
