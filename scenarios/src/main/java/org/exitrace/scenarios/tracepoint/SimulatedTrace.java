package org.exitrace.scenarios.tracepoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.line.Stamp;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.write.LineStyle;

/**
 * Tells a run as KVM's tracepoints would have, an event at a time: what a step says is looked up in
 * a table of its kind of machine. A vCPU is a thread {@code CPU n/KVM} on CPU n, all others are the
 * VMM's first thread, on a CPU behind those. Time is virtual time to the nanosecond; where the run
 * has none, a step takes a microsecond.
 */
public final class SimulatedTrace implements RunObserver {

    private static final int VMM_THREAD = 4200;
    private static final long STEP_NS = 1_000;

    private final EventTable table;
    private final Map<String, String> parameters;
    private final boolean timed;
    private final Consumer<TraceEvent> out;
    private Teller[] tellers;
    private List<List<EventTable.Section>> sections;
    private final Set<String> used = new LinkedHashSet<>();
    private long[] possibleSince;
    private Frame frame;
    private long[] state;
    private int vcpus;
    private long line;

    /**
     * Of one run.
     *
     * @param parameters of the machine and switches of its design, by name
     * @param timed whether the run has times
     * @param out takes the events; the first has line 2, behind {@link #heading}
     */
    public SimulatedTrace(EventTable table, Map<String, String> parameters, boolean timed,
            Consumer<TraceEvent> out) {
        this.table = table;
        this.parameters = parameters;
        this.timed = timed;
        this.out = out;
    }

    /** Tells a run that is over; its model is left in the state that it was in. */
    public void tell(Trace trace) {
        Model model = trace.model();
        long[] loaded = model.frame().snapshot();
        model.frame().load(trace.state(0), 0);
        begins(model);
        for (int number = 1; number <= trace.length(); number++) {
            Step step = trace.step(number);
            becameEnabled(step, trace.enabledBy(number));
            step.fire();
            stepped(step, number, trace.atNs(number));
        }
        model.frame().load(loaded, 0);
    }

    /** The line that trace-cmd report begins with. */
    public String heading() {
        return "cpus=" + (vcpus + 1);
    }

    /** The rows of the table that have held, each as it stands there. */
    Set<String> used() {
        return used;
    }

    @Override
    public void begins(Model model) {
        frame = model.frame();
        state = frame.snapshot();
        line = 1;
        Threads threads = Threads.of(model);
        vcpus = threads.vcpus();
        Vectors vectors = new Vectors(model, threads);
        Map<String, Teller> byThread = new LinkedHashMap<>();
        tellers = new Teller[model.actors().size()];
        for (Actor actor : model.actors()) {
            Threads.Thread thread = threads.of(actor.name());
            tellers[actor.index()] = byThread.computeIfAbsent(thread.name(),
                    none -> new Teller(thread, model.layout(), vectors, parameters));
        }
        sections = new ArrayList<>();
        model.steps().forEach(step -> sections.add(table.of(step)));
        possibleSince = new long[model.steps().size()];
    }

    @Override
    public void becameEnabled(Step step, long number) {
        possibleSince[step.index()] = number;
    }

    @Override
    public void stepped(Step step, long number, long atNs) {
        long[] before = state;
        state = frame.snapshot();
        Teller teller = tellers[step.actor().index()];
        long ns = timed ? atNs : number * STEP_NS;
        Moment now = new Moment(step, ns, before, state,
                possibleSince[step.index()] > teller.lastStep);
        for (EventTable.Section section : sections.get(step.index())) {
            for (EventRow row : section.rows()) {
                if (row.holds(teller, now)) {
                    tell(section, row, teller, now);
                    break;
                }
            }
        }
        teller.stepped(number, ns);
    }

    private void tell(EventTable.Section section, EventRow row, Teller teller, Moment now) {
        used.add(row.toString());
        if (section.tracepoint() == null) {
            row.note(teller, now);
            return;
        }
        Body body = row.fill(section.tracepoint().draft(), teller, now).body();
        teller.told(body);
        boolean isVcpu = teller.vcpu >= 0;
        line++;
        out.accept(LineStyle.TRACE_CMD.event(line,
                isVcpu ? "CPU " + teller.vcpu + "/KVM" : "qemu-system-x86",
                VMM_THREAD + (isVcpu ? teller.vcpu + 1 : 0), isVcpu ? teller.vcpu : vcpus,
                now.atNs(), timed ? Stamp.NANOSECONDS : Stamp.MICROSECONDS, body));
    }
}
