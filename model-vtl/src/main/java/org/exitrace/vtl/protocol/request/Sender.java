package org.exitrace.vtl.protocol.request;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** Another processor, which sends something to VTL1 of the first once that is enabled. */
final class Sender extends Region {

    private final RequestedVp target;
    /** It was taken for the context that is not there yet. */
    final FlagCell astray = cells().flag("astray");
    /** It has sent. */
    final FlagCell sent = cells().flag("sent");

    Sender(CellScope scope, RequestedVp target) {
        super(scope);
        this.target = target;
    }

    static Routine<Sender> routine() {
        return Routine.named("send", "docs/vtl.md f.6", code -> code
                .await("vtl1 of vp0 is enabled", it -> it.target.enabled.isSet()).mayRest()
                .step("sends to it", it -> {
                    it.sent.raise();
                    it.astray.become(it.target.applied.isClear());
                }));
    }
}
