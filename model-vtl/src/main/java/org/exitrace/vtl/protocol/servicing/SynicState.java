package org.exitrace.vtl.protocol.servicing;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** What a paravisor keeps of a processor's SynIC, and those who give, save and restore it. */
final class SynicState extends Region {

    private static final String SOURCE = "docs/vtl.md f.4";

    /** Messages in the queue. */
    final CountCell queued;
    /** A signal for them was put off until the processor comes by. */
    final FlagCell deferred = cells().flag("deferred signal");
    /** Nobody runs. */
    final FlagCell paused = cells().flag("paused");
    /** The queue, as it was saved. */
    private final CountCell saved;
    /** Messages that the guest knows of. */
    final CountCell told;

    SynicState(CellScope scope, int messages) {
        super(scope);
        queued = cells().count("queued", messages);
        saved = cells().count("saved", messages);
        told = cells().count("told", messages);
    }

    /** The processor. */
    static Routine<SynicState> processor() {
        return Routine.named("run loop", SOURCE, code -> code.forever(loop -> loop
                .await("gives the signals that were put off", it ->
                        it.paused.isClear() && it.deferred.isSet(), SynicState::signal)
                .mayRest()));
    }

    /** Whoever replaces the paravisor, once. */
    static Routine<SynicState> servicing(ProtocolRules rules) {
        return Routine.named("servicing", SOURCE, code -> {
            code.step("pauses all processors", it -> it.paused.raise());
            code.given(rules.keep(ProtocolRule.SIGNALS_FLUSHED), flush -> flush
                    .test("a signal was put off?", it -> it.deferred.isSet(), yes -> yes
                            .step("gives it", SynicState::signal)));
            code.step("saves the queue", it -> it.saved.become(it.queued.get()));
            code.step("starts anew, restores the queue", it -> {
                it.queued.become(it.saved.get());
                it.saved.clear();
                it.deferred.clear();
            });
            code.step("lets all go on", it -> it.paused.clear());
        });
    }

    private void signal() {
        deferred.clear();
        told.become(told.get() + queued.get());
        queued.clear();
    }
}
