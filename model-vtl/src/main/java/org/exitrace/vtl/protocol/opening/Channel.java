package org.exitrace.vtl.protocol.opening;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** A channel as the server of the bus has it, and the device behind it. */
final class Channel extends Region {

    private static final String SOURCE = "docs/vtl.md f.11";

    /** As the server knows it. */
    enum State { RELEASED, OPENING, OPEN, OPENING_RELEASED }

    final EnumCell<State> state = cells().choice("state", State.class);
    /** The guest's message. */
    final FlagCell message = cells().flag("open message");
    /** The server's question to the device. */
    final FlagCell question = cells().flag("open asked");
    /** The device's answer. */
    final FlagCell answer = cells().flag("open answered");
    /** The device does nothing. */
    final FlagCell stopped = cells().flag("stopped");
    private final Bus bus;

    Channel(CellScope scope, Bus bus) {
        super(scope);
        this.bus = bus;
    }

    /** Of the server: the state of a channel is its own. */
    static Routine<Channel> server(ProtocolRules rules) {
        boolean cancels = rules.keep(ProtocolRule.OPENING_CANCELLED);
        return Routine.named("server", SOURCE, code -> code.forever(loop -> loop
                .await("a message, an answer, or the reset", Channel::isAsked).mayRest()
                .when(it -> it.answer.isSet(), open -> open
                        .step("takes the answer", Channel::opened),
                        other -> other.when(it -> it.isToBeReset(), reset -> reset
                                        .step("releases it", it -> it.release(cancels)),
                                message -> message
                                        .step("is opening", it -> it.state.become(State.OPENING))
                                        .step("asks the device", it -> {
                                            it.message.clear();
                                            it.question.raise();
                                        })))));
    }

    private boolean isAsked() {
        return answer.isSet() || isToBeReset()
                || message.isSet() && state.is(State.RELEASED) && bus.resetting.isClear();
    }

    private boolean isToBeReset() {
        return bus.resetting.isSet() && (state.is(State.OPENING) || state.is(State.OPEN));
    }

    private void opened() {
        answer.clear();
        if (state.is(State.OPENING)) {
            state.become(State.OPEN);
        } else if (state.is(State.OPENING_RELEASED)) {
            state.become(State.RELEASED);
        }
    }

    private void release(boolean cancels) {
        boolean waits = state.is(State.OPENING) && !cancels;
        state.become(waits ? State.OPENING_RELEASED : State.RELEASED);
    }

    /** Of the device, while it is not stopped. */
    static Routine<Channel> device() {
        return Routine.named("device", SOURCE, code -> code.forever(loop -> loop
                .await("is asked to open", it -> it.question.isSet() && it.stopped.isClear(),
                        it -> it.question.clear()).mayRest()
                .step("answers", it -> it.answer.raise())));
    }

    /** Of the guest. */
    static Routine<Channel> guest() {
        return Routine.named("guest", SOURCE, code -> code
                .step("opens its channel", it -> it.message.raise()));
    }
}
