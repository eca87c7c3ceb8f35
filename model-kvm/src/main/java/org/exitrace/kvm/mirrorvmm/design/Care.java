package org.exitrace.kvm.mirrorvmm.design;

import org.exitrace.engine.design.SwitchValue;

/** Whether a rule is kept. */
public enum Care implements SwitchValue {
    /** It is. */
    KEPT("kept", "it is done as the question says", "the rule's source"),
    /** It is not. */
    FORGOTTEN("forgotten", "it is not done", "the rule's source");

    private final Text text;

    Care(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
