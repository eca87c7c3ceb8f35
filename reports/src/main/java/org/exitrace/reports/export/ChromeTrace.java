package org.exitrace.reports.export;

import java.util.List;
import java.util.stream.Collectors;
import org.exitrace.engine.state.CellChange;
import org.exitrace.reports.json.Json;
import org.exitrace.reports.view.Arrow;
import org.exitrace.reports.view.Message;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StepView;

/**
 * A run in Chrome's trace event format (JSON), which Perfetto opens: a track an actor, a slice a
 * step, an arrow from a step to the later one of another actor that it made possible or that acts
 * on what it wrote.
 *
 * <p>Times are virtual where the run is timed. Where it is not, step n begins at microsecond n and
 * lasts for one. A timed slice lasts for as long as its actor can go on, up to its next step: the
 * cost of the step, and what it waits for its turn.
 */
public final class ChromeTrace {

    private static final int PROCESS = 1;
    private static final long NS_PER_US = 1_000;

    private final RunView run;
    private final Json json = new Json();

    private ChromeTrace(RunView run) {
        this.run = run;
    }

    /** The whole document, an event a line. */
    public static String of(RunView run) {
        return new ChromeTrace(run).write();
    }

    private String write() {
        json.object().key("displayTimeUnit").value("ns").line().key("otherData").object();
        HeadingFields.of(run.heading()).forEach((key, value) -> json.key(key).value(value));
        json.endObject().line().key("traceEvents").array();
        event("M", "process_name", 0).key("args").object().key("name")
                .value(run.heading().scenario()).endObject().endObject();
        for (int actor = 0; actor < run.actors().size(); actor++) {
            event("M", "thread_name", actor + 1).key("args").object().key("name")
                    .value(run.actors().get(actor)).endObject().endObject();
            event("M", "thread_sort_index", actor + 1).key("args").object().key("sort_index")
                    .value(actor + 1L).endObject().endObject();
        }
        for (int number = 1; number <= run.stepCount(); number++) {
            step(run.step(number));
        }
        List<Arrow> arrows = run.arrows();
        for (int i = 0; i < arrows.size(); i++) {
            flow(arrows.get(i), i + 1L);
        }
        run.properties().stream().filter(PropertyView::isBroken).forEach(this::broken);
        return json.line().endArray().endObject() + "\n";
    }

    private Json event(String phase, String name, int track) {
        return json.line().object().key("ph").value(phase).key("pid").value((long) PROCESS)
                .key("tid").value((long) track).key("name").value(name);
    }

    private void step(StepView step) {
        event("X", step.name(), step.actor() + 1).key("cat").value("step");
        time("ts", startNs(step.number()));
        time("dur", lastsNs(step));
        json.key("args").object().key("step").value((long) step.number());
        if (!step.source().isEmpty()) {
            json.key("source").value(step.source());
        }
        for (CellChange change : step.changes()) {
            json.key(change.cell()).value(change.before() + " -> " + change.after());
        }
        json.endObject().endObject();
    }

    private void flow(Arrow arrow, long id) {
        String name = arrow.messages().isEmpty() ? "lets go on" : arrow.messages().stream()
                .map(Message::toString).collect(Collectors.joining(", "));
        for (int number : new int[] {arrow.from(), arrow.to()}) {
            boolean begins = number == arrow.from();
            event(begins ? "s" : "f", name, run.step(number).actor() + 1)
                    .key("cat").value(arrow.enabled().isEmpty() ? "message" : "enables")
                    .key("id").value(id);
            time("ts", startNs(number));
            if (!begins) {
                json.key("bp").value("e");
            }
            json.endObject();
        }
    }

    private void broken(PropertyView property) {
        int number = property.brokenAt() < 0 ? run.stepCount() : property.brokenAt();
        event("i", "broken: " + property.id(), 0).key("cat").value("property").key("s").value("g");
        time("ts", startNs(number));
        json.key("args").object().key("sentence").value(property.sentence())
                .key("behind step").value((long) number).endObject().endObject();
    }

    private long startNs(int number) {
        return !run.heading().timed() ? number * NS_PER_US
                : number == 0 ? 0 : run.step(number).atNs();
    }

    private long lastsNs(StepView step) {
        if (!run.heading().timed()) {
            return NS_PER_US;
        }
        int number = step.number();
        boolean goesOn = true;
        while (goesOn && number < run.stepCount()) {
            goesOn = run.activity(number).ready().get(step.actor());
            number += goesOn ? 1 : 0;
            goesOn &= run.step(number).actor() != step.actor();
        }
        return Math.max(run.step(number).atNs() - step.atNs(), followedAtOnce(step) ? 0 : 1);
    }

    private boolean followedAtOnce(StepView step) {
        for (int number = step.number() + 1; number <= run.stepCount()
                && run.step(number).atNs() == step.atNs(); number++) {
            if (run.step(number).actor() == step.actor()) {
                return true;
            }
        }
        return false;
    }

    /** Microseconds with three digits behind the point: exact, as no number of a script is. */
    private void time(String key, long ns) {
        json.key(key).decimal(ns / NS_PER_US, (int) (ns % NS_PER_US), 3);
    }
}
