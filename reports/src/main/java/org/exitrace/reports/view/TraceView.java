package org.exitrace.reports.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Replay;
import org.exitrace.engine.state.CellObserver;
import org.exitrace.engine.state.Footprint;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/**
 * A traced run as reports see it. All of it is read at once, by taking the steps again, in memory
 * that grows with the number of changes: for runs of thousands of steps, not of millions.
 */
public final class TraceView implements RunView {

    private final Trace trace;
    private final RunHeading heading;
    private final List<LaneState> laneStates;
    private final List<StepView> steps = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<CellView> cells;
    private final List<PropertyView> properties = new ArrayList<>();
    private final List<Arrow> arrows;
    private List<String> waiting = List.of();

    /**
     * The view of a run that is over.
     *
     * @param trace the run
     * @param asked what was run; trace hash and ending are filled in
     * @param laneStates the cells whose values stand in the lanes
     * @param withFootprints whether to show what each step read and wrote, and the messages
     *     that follow from it
     */
    public TraceView(
            Trace trace, RunHeading asked, List<LaneState> laneStates, boolean withFootprints) {
        this.trace = trace;
        this.laneStates = List.copyOf(laneStates);
        long[] first = trace.state(0);
        this.cells = trace.model().layout().cells().stream()
                .map(cell -> CellView.of(cell, first)).toList();
        Messages messages = new Messages(trace.model());
        readSteps(first, withFootprints, messages);
        this.arrows = messages.arrows(trace);
        Activity last = activities.get(activities.size() - 1);
        boolean atRest = last.ready().isEmpty();
        trace.model().properties().forEach(p -> properties.add(verdict(p, atRest)));
        this.heading = asked.ended(String.format("%016x", trace.hash()),
                ending(trace.result().end(), atRest));
    }

    /** Takes {@code steps} on {@code model}, by full name, and shows the run. */
    public static TraceView replay(
            Model model, List<String> steps, RunHeading asked, List<LaneState> laneStates) {
        Trace trace = new Trace();
        new Run(model, Replay.of(steps)).goOnWhenBroken().tell(trace).go();
        return new TraceView(trace, asked, laneStates, true);
    }

    private void readSteps(long[] first, boolean withFootprints, Messages messages) {
        Model model = trace.model();
        Frame frame = model.frame();
        long[] loaded = frame.snapshot();
        CellObserver observer = frame.observer();
        frame.observe(null);
        try {
            frame.load(first, 0);
            activities.add(activity(model));
            long[] before = first;
            for (int number = 1; number <= trace.length(); number++) {
                Step step = trace.step(number);
                FootprintView footprint = fire(step, withFootprints);
                long[] after = frame.snapshot();
                messages.taken(number, step, footprint.reads(), before, after);
                steps.add(new StepView(number, step.actor().index(), step.name(), step.source(),
                        trace.atNs(number), model.layout().diff(before, after), footprint));
                activities.add(activity(model));
                before = after;
            }
            waiting = model.waiting();
        } finally {
            frame.load(loaded, 0);
            frame.observe(observer);
        }
    }

    private FootprintView fire(Step step, boolean withFootprint) {
        if (!withFootprint) {
            step.fire();
            return FootprintView.NOT_RECORDED;
        }
        Footprint footprint = new Footprint();
        Frame frame = trace.model().frame();
        frame.observe(footprint);
        step.enabled();
        step.fire();
        frame.observe(null);
        return new FootprintView(footprint.reads(trace.model().layout()),
                footprint.writes(trace.model().layout()));
    }

    private static Activity activity(Model model) {
        BitSet ready = new BitSet();
        BitSet waits = new BitSet();
        Step[] buffer = model.stepBuffer();
        for (int i = 0; i < model.sourceCount(); i++) {
            int actor = model.source(i).actor().index();
            if (model.source(i).offer(buffer, 0) > 0) {
                ready.set(actor);
            } else if (model.source(i).waits()) {
                waits.set(actor);
            }
        }
        waits.andNot(ready);
        return new Activity(ready, waits);
    }

    private PropertyView verdict(Property property, boolean atRest) {
        Map<Property, Long> broken = trace.broken();
        if (broken.containsKey(property)) {
            return PropertyView.brokenAt(property, broken.get(property).intValue());
        }
        RunResult result = trace.result();
        return PropertyView.of(property, switch (property.kind()) {
            case REACHABLE -> result.reached().contains(property)
                    ? Verdict.REACHED : Verdict.NOT_REACHED;
            case EVENTUALLY -> result.owed().contains(property) ? Verdict.OWED : Verdict.HELD;
            case AT_REST -> atRest ? Verdict.HELD : Verdict.UNDECIDED;
            default -> Verdict.HELD;
        });
    }

    private static String ending(RunEnd end, boolean atRest) {
        return switch (end) {
            case AT_REST -> "at rest";
            case BROKEN -> atRest ? "at rest, with a property broken" : "a property broke";
            case STEP_LIMIT -> "stopped by the bound on steps";
            case SCHEDULE_ENDED -> atRest ? "at rest" : "the schedule ended";
            case INTERRUPTED -> "interrupted";
        };
    }

    @Override
    public RunHeading heading() {
        return heading;
    }

    @Override
    public List<String> actors() {
        return trace.model().actors().stream().map(actor -> actor.name()).toList();
    }

    @Override
    public List<CellView> cells() {
        return cells;
    }

    @Override
    public int stepCount() {
        return steps.size();
    }

    @Override
    public StepView step(int number) {
        return steps.get(number - 1);
    }

    @Override
    public Activity activity(int number) {
        return activities.get(number);
    }

    @Override
    public List<Arrow> arrows() {
        return arrows;
    }

    @Override
    public List<PropertyView> properties() {
        return properties;
    }

    @Override
    public List<LaneState> laneStates() {
        return laneStates;
    }

    @Override
    public List<String> waiting() {
        return waiting;
    }
}
