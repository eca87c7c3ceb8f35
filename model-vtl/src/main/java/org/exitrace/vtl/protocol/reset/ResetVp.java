package org.exitrace.vtl.protocol.reset;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** A processor that is reset by its own thread. */
final class ResetVp extends Region {

    /** It shall be reset. */
    final FlagCell asked = cells().flag("reset asked");
    /** It has been. */
    final FlagCell through = cells().flag("through");
    /** Work waits for it. */
    final FlagCell work = cells().flag("work");

    ResetVp(CellScope scope) {
        super(scope);
    }

    static Routine<ResetVp> thread() {
        return Routine.named("reset", "docs/vtl.md f.5", code -> code
                .await("is asked to", vp -> vp.asked.isSet(), vp -> { })
                .step("forgets what it has", vp -> vp.work.clear())
                .step("is through", vp -> vp.through.raise()));
    }
}
