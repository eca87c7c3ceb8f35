package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When does the guest announce a page that it converts? */
public enum ConversionOrder implements SwitchValue {
    /** Before it writes. */
    ANNOUNCE_FIRST("announce-first",
            "page table, hypercall, and only then the new contents",
            "rule R1, kvm list (2021-03-08); Linux notify_page_enc_status_changed"),
    /** After it wrote. */
    WRITE_FIRST("write-first",
            "page table, new contents, and then the hypercall",
            "what rule R1 forbids, kvm list (2021-03-08)");

    /** When does the guest announce a page that it converts? */
    public static final Switch<ConversionOrder> SWITCH = new Switch<>("conversion-order",
            "When does the guest announce a page that it converts?",
            ConversionOrder.class, ANNOUNCE_FIRST);

    private final Text text;

    ConversionOrder(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
