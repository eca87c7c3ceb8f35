package org.exitrace.cli;

import org.exitrace.engine.run.Trace;
import org.exitrace.reports.view.RunView;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.tracepoint.SimulatedTrace;

/** A run as text of KVM's tracepoints, which the verb {@code trace} reads again. */
final class TracepointText {

    /** How names of such files end. */
    static final String ENDING = ".txt";

    private TracepointText() {
    }

    /** Refuses a machine of a kind whose steps no tracepoint tells. */
    static void check(Chosen chosen) {
        if (chosen.scenario().kind().tracepoints().isEmpty()) {
            throw new UnusableInputException("a run of " + chosen.scenario().name()
                    + " cannot be told by KVM's tracepoints: no table says what steps of a machine"
                    + " of kind '" + chosen.scenario().kind().name() + "' are to them, only of"
                    + " 'ap-boot' and 'ghcb'; save it in another form than " + ENDING);
        }
    }

    static String of(Chosen chosen, Replayed replayed, RunView view) {
        return of(chosen, replayed.trace(), replayed.timed());
    }

    static String of(Chosen chosen, Trace trace, boolean timed) {
        StringBuilder lines = new StringBuilder();
        SimulatedTrace told = new SimulatedTrace(
                chosen.scenario().kind().tracepoints().orElseThrow(),
                chosen.design().machine().parameters().values(), timed, event -> {
                    event.print(lines);
                    lines.append('\n');
                });
        told.tell(trace);
        return told.heading() + '\n' + lines;
    }
}
