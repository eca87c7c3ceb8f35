package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How much of a list is done at once. */
public enum ListBudget implements SwitchValue {
    /** All. */
    WHOLE_LIST("whole-list", "all of it", "docs/vtl.md b.1"),
    /** One element. */
    ONE_PAGE("one-page", "one page; then RepStart is written, and the caller asks again",
            "docs/vtl.md b.1");

    /** How much of a list does the hypervisor do before it lets the caller ask again? */
    public static final Switch<ListBudget> SWITCH = new Switch<>("list-budget",
            "How much of a list does the hypervisor do before it lets the caller ask again?",
            ListBudget.class, WHOLE_LIST);

    private final Text text;

    ListBudget(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
