package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What does a VMM do that is told of a conversion? */
public enum ConversionNotice implements SwitchValue {
    /** It notes the type. */
    NOTES("notes",
            "the page keeps its place in the rounds",
            "hypercalls.rst says no more"),
    /** It notes the type and sends the page again. */
    SENDS_AGAIN("sends-again",
            "the page is to be sent in the next round, as if it were dirty",
            "own proposal");

    /** What does a VMM do that is told of a conversion? */
    public static final Switch<ConversionNotice> SWITCH = new Switch<>("conversion-notice",
            "What does a VMM do that is told of a conversion?",
            ConversionNotice.class, NOTES);

    private final Text text;

    ConversionNotice(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
