package org.exitrace.reports.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.step.Step;
import org.exitrace.reports.view.Activity;
import org.exitrace.reports.view.Arrow;
import org.exitrace.reports.view.CellView;
import org.exitrace.reports.view.FootprintView;
import org.exitrace.reports.view.LaneState;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StepView;
import org.exitrace.reports.view.Verdict;

/** A run that was watched while it went: the plainest way to a view. */
public final class RecordedRun implements RunObserver, RunView {

    private final RunHeading heading;
    private final List<LaneState> laneStates;
    private final List<StepView> steps = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final Map<String, Integer> enabledBy = new LinkedHashMap<>();
    private Model model;
    private List<CellView> cells;
    private List<String> waiting;
    private List<PropertyView> properties;
    private long[] state;

    public RecordedRun(RunHeading heading, List<LaneState> laneStates) {
        this.heading = heading;
        this.laneStates = laneStates;
    }

    @Override
    public void begins(Model begun) {
        model = begun;
        state = model.frame().snapshot();
        cells = model.layout().cells().stream().map(cell -> CellView.of(cell, state)).toList();
        look(0);
    }

    @Override
    public void stepped(Step step, long number, long atNs) {
        int place = (int) number;
        long[] next = model.frame().snapshot();
        Integer cause = enabledBy.get(step.fullName());
        if (cause > 0 && steps.get(cause - 1).actor() != step.actor().index()) {
            arrows.add(new Arrow(cause, place, step.name()));
        }
        steps.add(new StepView(place, step.actor().index(), step.name(), step.source(), atNs,
                model.layout().diff(state, next), FootprintView.NOT_RECORDED));
        enabledBy.remove(step.fullName());
        state = next;
        look(place);
    }

    private void look(int number) {
        BitSet ready = new BitSet();
        BitSet waits = new BitSet();
        List<String> enabled = new ArrayList<>();
        for (int i = 0; i < model.sourceCount(); i++) {
            Step[] buffer = model.stepBuffer();
            int count = model.source(i).offer(buffer, 0);
            for (int k = 0; k < count; k++) {
                enabled.add(buffer[k].fullName());
                ready.set(buffer[k].actor().index());
            }
            if (model.source(i).waits()) {
                waits.set(model.source(i).actor().index());
            }
        }
        waits.andNot(ready);
        enabledBy.keySet().retainAll(enabled);
        enabled.forEach(name -> enabledBy.putIfAbsent(name, number));
        activities.add(new Activity(ready, waits));
    }

    @Override
    public void ended(RunResult result) {
        waiting = model.waiting();
        properties = model.properties().stream().map(p -> view(p, result)).toList();
    }

    private static PropertyView view(Property property, RunResult result) {
        if (result.broken().containsKey(property)) {
            return PropertyView.brokenAt(property, result.broken().get(property).intValue());
        }
        if (property.kind() == PropertyKind.REACHABLE) {
            return PropertyView.of(property, result.reached().contains(property)
                    ? Verdict.REACHED : Verdict.NOT_REACHED);
        }
        return PropertyView.of(property, Verdict.HELD);
    }

    @Override
    public RunHeading heading() {
        return heading;
    }

    @Override
    public List<String> actors() {
        return model.actors().stream().map(actor -> actor.name()).toList();
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
