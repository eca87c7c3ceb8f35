package org.exitrace.vtl.protocol.remotedevice;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** A device in a process of its own, which answers an access when it likes. */
final class RemoteDevice extends Region {

    private static final String SOURCE = "docs/vtl.md f.10";

    /** Accesses that were sent to it. */
    final BitsCell requests;
    /** Its answers, on their way. */
    final BitsCell answers;
    /** It shall be reset. */
    final FlagCell resetAsked = cells().flag("reset asked");
    /** It has been. */
    final FlagCell confirmed = cells().flag("reset confirmed");
    /** Accesses that it has taken. */
    private final BitsCell deferred;
    /** Answers on their way that it gave before its reset. */
    private final BitsCell late;

    RemoteDevice(CellScope scope, int accesses) {
        super(scope);
        requests = cells().bits("requests", accesses);
        answers = cells().bits("answers", accesses);
        deferred = cells().bits("deferred", accesses);
        late = ghost().bits("late", accesses);
    }

    /** Takes access {@code number}, and answers it later; of several in any order. */
    static Routine<RemoteDevice> serve(int number) {
        return Routine.named("access " + number, SOURCE, code -> code.forever(loop -> loop
                .await("is asked, or answers", it -> it.requests.has(number)
                        || it.deferred.has(number), it -> it.serves(number)).mayRest()));
    }

    /** One message at a time. */
    private void serves(int number) {
        if (requests.testAndClear(number)) {
            deferred.add(number);
        } else {
            deferred.remove(number);
            answers.add(number);
        }
    }

    /** Messages come in their order: the reset behind the accesses. */
    static Routine<RemoteDevice> reset() {
        return Routine.named("reset", SOURCE, code -> code
                .await("is asked for it, behind all accesses",
                        it -> it.resetAsked.isSet() && it.requests.isEmpty(),
                        it -> it.deferred.clear()).mayRest()
                .step("confirms it", it -> {
                    it.late.become(it.answers.get());
                    it.confirmed.raise();
                }));
    }

    /** Answer {@code number} is taken; whether it is one of the last life. */
    boolean takesLate(int number) {
        boolean was = late.has(number);
        answers.remove(number);
        late.remove(number);
        return was;
    }

    /** All answers that have come are thrown away. */
    void drain() {
        answers.clear();
        late.clear();
    }
}
