package org.exitrace.ghcb.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When a guest validates, and maps, pages whose state it changes. */
public enum PscOrder implements SwitchValue {
    /** As all guests that were read do. */
    SPECIFIED("specified",
            "to shared: PVALIDATE, request, mapping; to private: the other way round",
            "docs/ghcb.md d.4"),
    /** PVALIDATE on the wrong side of the request. */
    PVALIDATE_MISPLACED("pvalidate-misplaced",
            "to shared: PVALIDATE behind the request; to private: before it",
            "docs/ghcb.md S-29"),
    /** The mapping on the wrong side of both. */
    MAPPING_MISPLACED("mapping-misplaced",
            "to shared: the mapping first; to private: the mapping last",
            "docs/ghcb.md S-22");

    /** In which order does a guest change a page? */
    public static final Switch<PscOrder> SWITCH = new Switch<>("psc-order",
            "In which order does a guest change a page?",
            PscOrder.class, SPECIFIED);

    private final Text text;

    PscOrder(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
