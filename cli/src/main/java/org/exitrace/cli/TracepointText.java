package org.exitrace.cli;

import java.util.Optional;
import org.exitrace.engine.run.Trace;
import org.exitrace.reports.view.RunView;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.tracepoint.EventTable;
import org.exitrace.scenarios.tracepoint.SimulatedTrace;

/** A run as text of KVM's tracepoints, which the verb {@code trace} reads again. */
final class TracepointText {

    /** How names of such files end. */
    static final String ENDING = ".txt";

    private TracepointText() {
    }

    /** Refuses a machine of a kind whose steps no tracepoint tells. */
    static void check(Chosen chosen) {
        if (table(chosen).isEmpty()) {
            throw new UnusableInputException("a run of " + chosen.scenario().name()
                    + " cannot be told by KVM's tracepoints: no table says what steps of a machine"
                    + " of kind '" + chosen.scenario().kind().name() + "' are to them, only of"
                    + " 'ap-boot' and 'ghcb', and of 'vtl' on hosts A0 to A5; save it in another"
                    + " form than " + ENDING);
        }
    }

    private static Optional<EventTable> table(Chosen chosen) {
        return chosen.scenario().kind().tracepoints(chosen.design().switches());
    }

    static String of(Chosen chosen, Replayed replayed, RunView view) {
        return of(chosen, replayed.trace(), replayed.timed());
    }

    static String of(Chosen chosen, Trace trace, boolean timed) {
        StringBuilder lines = new StringBuilder();
        SimulatedTrace told = new SimulatedTrace(
                table(chosen).orElseThrow(),
                chosen.design().machine().parameters().values(), timed, event -> {
                    event.print(lines);
                    lines.append('\n');
                });
        told.tell(trace);
        return told.heading() + '\n' + lines;
    }
}
