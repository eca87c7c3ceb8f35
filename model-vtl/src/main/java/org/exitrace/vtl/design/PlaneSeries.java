package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.vtl.protocol.design.ProtocolRule;

/** How planes tell of interrupts. */
public enum PlaneSeries implements SwitchValue {
    /** What its comments say. */
    MEANT("as-meant", "the order of the series; an empty IRR sets no bit, and a request for the"
            + " plane that runs makes it exit", "docs/vtl.md d.7"),
    /** Its text. */
    POSTED("as-posted", "the text of 2025-04-01: -1 for an empty IRR sets the bit, and a request"
            + " for the plane that runs waits until it exits", "docs/vtl.md d.7 (reading)"),
    /** One thing repaired. */
    UNKICKED("unkicked", "as meant, but a request for the plane that runs waits until it exits",
            "docs/vtl.md d.7 (reading)"),
    /** Repaired. */
    LOCKED("locked", "as meant, and the IRR and its bit are written under one lock",
            "docs/vtl.md d.7");

    /** How do planes tell of interrupts? */
    public static final Switch<PlaneSeries> SWITCH = new Switch<>("plane-series",
            "How do planes tell of interrupts?", PlaneSeries.class, MEANT);

    private final Text text;

    PlaneSeries(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /** Whether {@code rule} of the protocol is kept. */
    public boolean keeps(ProtocolRule rule) {
        return switch (rule) {
            case BIT_IN_STEP -> this == LOCKED;
            case EVENT_CHECKED -> false;
            case NONE_IS_NONE -> this != POSTED;
            case KICKS_RUNNING -> this != POSTED && this != UNKICKED;
            default -> true;
        };
    }

    @Override
    public Text text() {
        return text;
    }
}
