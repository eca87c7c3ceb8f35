package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.SynicMessage;
import org.exitrace.vtl.state.Vtl;

/**
 * A write of EOM: the guest has emptied a slot for which MessagePending was set.
 *
 * @param sint of which SINT
 */
public record WriteEom(int sint) implements HvCall {

    @Override
    public boolean isHypercall() {
        return false;
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step("write the message of SINT" + sint + " that waits", thread -> {
            Vtl caller = site.caller(thread);
            if (caller.synic().endOfMessage(sint, caller.lapic) == SynicMessage.GPA_INTERCEPT) {
                caller.view().waitingIsTold();
                caller.vp().vtls().forEach(vtl -> vtl.view().isHeard());
            }
            site.status(thread, HvStatus.SUCCESS);
        });
    }
}
