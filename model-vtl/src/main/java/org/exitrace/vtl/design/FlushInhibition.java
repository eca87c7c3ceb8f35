package org.exitrace.vtl.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.vtl.protocol.design.ProtocolRule;

/** Who waits for flushers where they look at TLB locks before they flush. */
public enum FlushInhibition implements SwitchValue {
    /** Repaired. */
    SYNCHRONIZED("synchronized", "who inhibits and who releases wait for flushers that may have"
            + " read the flag before", "docs/vtl.md d.8 (reading)"),
    /** As posted. */
    POSTED("as-posted", "who inhibits waits for them, who releases does not", "docs/vtl.md d.8"),
    /** Without what was asked about in the thread. */
    UNSYNCHRONIZED("unsynchronized", "who releases waits for them, who inhibits does not",
            "docs/vtl.md d.8 (reading)");

    /** Who waits for flushers that may have read the old flag? */
    public static final Switch<FlushInhibition> SWITCH = new Switch<>("flush-inhibition",
            "Who waits for flushers that may have read the old flag?", FlushInhibition.class,
            SYNCHRONIZED);

    private final Text text;

    FlushInhibition(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    /**
     * Whether {@code host} has those steps: a release is missed where a flusher says step by step
     * that it waits, and a paravisor's flusher looks behind its flush.
     */
    public boolean isTakenBy(HostDesign host) {
        return switch (this) {
            case SYNCHRONIZED -> true;
            case UNSYNCHRONIZED -> host != HostDesign.PARAVISOR;
            case POSTED -> host == HostDesign.PLANES;
        };
    }

    /** Whether {@code rule} of the protocol is kept. */
    public boolean keeps(ProtocolRule rule) {
        return switch (rule) {
            case INHIBIT_SYNCS -> this != UNSYNCHRONIZED;
            case RELEASE_SYNCS -> this != POSTED;
            default -> false;
        };
    }

    @Override
    public Text text() {
        return text;
    }
}
