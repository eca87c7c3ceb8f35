package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Whether a kernel uses memory that shares a large page with the reverse map table. */
public enum RmpRest implements SwitchValue {
    /** It does not. */
    RESERVED("reserved",
            "the memory map is changed so that the kernel and the next one leave it alone",
            "arch/x86/virt/svm/sev.c snp_fixup_e820_tables (the name is from memory)"),
    /** It does. */
    USED("used",
            "it is memory like any other",
            "arch/x86/virt/svm/sev.c before snp_fixup_e820_tables");

    /** Is the rest of the last large page of the reverse map table used? */
    public static final Switch<RmpRest> SWITCH = new Switch<>("rmp-rest",
            "Is the rest of the last large page of the reverse map table used?",
            RmpRest.class, RESERVED);

    private final Text text;

    RmpRest(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
