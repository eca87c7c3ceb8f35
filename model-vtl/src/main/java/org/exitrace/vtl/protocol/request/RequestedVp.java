package org.exitrace.vtl.protocol.request;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A processor whose VTL1 another one enables: a slot for the context, and a bit. */
final class RequestedVp extends Region {

    private static final String SOURCE = "docs/vtl.md f.6";

    private final FlagCell slot = cells().flag("context asked");
    /** Others may send to its VTL1. */
    final FlagCell enabled = cells().flag("vtl1 enabled");
    /** Its VTL1 has its context. */
    final FlagCell applied = cells().flag("context applied");

    RequestedVp(CellScope scope) {
        super(scope);
    }

    /** Of the processor: in its own loop. */
    static Routine<RequestedVp> loop(ProtocolRules rules) {
        boolean owner = rules.keep(ProtocolRule.FLIPPED_BY_OWNER);
        return Routine.named("run loop", SOURCE, code -> code
                .await("takes the context", vp -> vp.slot.isSet(), vp -> vp.slot.clear()).mayRest()
                .step("applies it", vp -> vp.applied.raise())
                .given(owner, flips -> flips.step("vtl1 is enabled", vp -> vp.enabled.raise())));
    }

    /** Of whoever enables that VTL. */
    static Routine<RequestedVp> enable(ProtocolRules rules) {
        boolean owner = rules.keep(ProtocolRule.FLIPPED_BY_OWNER);
        return Routine.named("enable", SOURCE, code -> code
                .step("puts the context into the slot", vp -> vp.slot.raise())
                .given(!owner, flips -> flips.step("vtl1 is enabled", vp -> vp.enabled.raise())));
    }

    /** The bit says more than its owner knows. */
    boolean isAhead() {
        return enabled.isSet() && applied.isClear();
    }
}
