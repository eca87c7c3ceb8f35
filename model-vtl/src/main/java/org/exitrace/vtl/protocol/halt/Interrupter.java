package org.exitrace.vtl.protocol.halt;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** Another processor, which sends one interrupt. */
final class Interrupter extends Region {

    private final HaltedVp target;
    private final int number;

    Interrupter(CellScope scope, HaltedVp target, int number) {
        super(scope);
        this.target = target;
        this.number = number;
    }

    static Routine<Interrupter> routine(ProtocolRules rules) {
        boolean first = rules.keep(ProtocolRule.REQUESTED_BEFORE_WOKEN);
        return Routine.named("send", "docs/vtl.md f.13", code -> code
                .given(!first, early -> early.step("wakes it", it -> it.target.wake()))
                .step("requests an interrupt", it -> it.target.request(it.number))
                .given(first, late -> late.step("wakes it", it -> it.target.wake())));
    }
}
