package org.exitrace.engine.run;

import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/**
 * Takes each step in the state that is loaded, and asks again only those whom its writes concern.
 */
final class AskingWalk implements Walk {

    private final Model model;
    private final CellWatch watch;
    private final Enabledness enabled;
    private final PropertyWatch properties;
    private final int parts;

    AskingWalk(Model model, Scheduler scheduler) {
        this.model = model;
        List<PropertyPart> all = PropertyPart.of(model.properties());
        this.parts = all.size();
        this.watch = new CellWatch(model.frame(), model.sourceCount(), parts,
                model.layout().cells().size());
        this.enabled = new Enabledness(model, watch, scheduler);
        this.properties = new PropertyWatch(watch, all);
    }

    @Override
    public void begin(RunObserver[] told, PropertyTally tally) {
        watchAll(tally);
        enabled.begin(told);
    }

    /** Goes on in the middle of a run, behind step {@code number}; who acts knows what he can. */
    void goOn(RunObserver[] told, PropertyTally tally, long number) {
        watchAll(tally);
        enabled.goOn(told, number);
    }

    /** Learns from now on what steps do; {@code most} bounds how much it keeps. */
    void learn(int most) {
        int offering = model.steps().size() + model.sourceCount();
        LearnedSteps learned = new LearnedSteps(model.frame(), offering + parts, most);
        StepLesson lesson = new StepLesson(model.frame(), watch, model.layout().cells().size(),
                model.steps().size());
        enabled.learn(learned, lesson);
        properties.learn(learned, lesson, offering);
    }

    private void watchAll(PropertyTally tally) {
        model.frame().observe(watch);
        watch.begin();
        properties.begin(tally);
    }

    @Override
    public Enabled enabled() {
        return enabled;
    }

    @Override
    public void take(Step step, long number) {
        enabled.take(step, number);
    }

    @Override
    public void look(long number) {
        properties.look(number, enabled.size() == 0);
    }

    @Override
    public void end() {
        model.frame().observe(null);
    }
}
