package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a host does with a list of page state changes. */
public enum HostAtList implements SwitchValue {
    /** It works on it. */
    WORKS("works",
            "the host works on the list until it is done or wrong",
            "sev.c snp_begin_psc"),
    /** It does nothing, and says so to nobody. */
    IDLES("idles",
            "a hostile host lets the guest go on with result 0 and an untouched list",
            "docs/ghcb.md L3");

    /** Does the host work on lists of page state changes? */
    public static final Switch<HostAtList> SWITCH = new Switch<>("host-at-list",
            "Does the host work on lists of page state changes?",
            HostAtList.class, WORKS);

    private final Text text;

    HostAtList(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
