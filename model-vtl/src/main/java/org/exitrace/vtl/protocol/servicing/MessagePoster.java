package org.exitrace.vtl.protocol.servicing;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A task that posts one message to the processor. */
final class MessagePoster extends Region {

    private final SynicState synic;
    /** It has posted its message. */
    final FlagCell posted = cells().flag("posted");

    MessagePoster(CellScope scope, SynicState synic) {
        super(scope);
        this.synic = synic;
    }

    static Routine<MessagePoster> routine(ProtocolRules rules) {
        return Routine.named("post", "docs/vtl.md f.4", code -> {
            code.given(rules.keep(ProtocolRule.POSTS_HELD_BACK), held -> held
                    .await("waits while all is paused", it -> it.synic.paused.isClear(),
                            MessagePoster::post));
            code.given(!rules.keep(ProtocolRule.POSTS_HELD_BACK), torn -> {
                torn.step("queues the message", it -> it.synic.queued.increment());
                torn.step("puts the signal off", it -> it.synic.deferred.raise());
                torn.local(it -> it.posted.raise());
            });
        });
    }

    /** Under the lock of whoever pauses. */
    private void post() {
        synic.queued.increment();
        synic.deferred.raise();
        posted.raise();
    }
}
