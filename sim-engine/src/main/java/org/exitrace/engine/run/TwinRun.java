package org.exitrace.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.step.Step;

/**
 * Runs a second model from the same factory in lockstep and compares what can be taken and the
 * fingerprint before each step: determinism is proved, not promised. Ends the run at the first
 * difference. The second model is asked everything anew, so that what the run remembers of
 * enabledness is put to the proof too.
 *
 * <p>Decorates any scheduler, which is told everything and chooses as it would without.
 */
public final class TwinRun extends Forwarding {

    private final ModelFactory factory;
    private Model first;
    private Model twin;
    private Step[] twinEnabled;
    private long steps;
    private TwinDifference difference;

    /** Compares the model of a run with a twin that {@code factory} makes. */
    public TwinRun(ModelFactory factory, Scheduler chooser) {
        super(chooser);
        this.factory = factory;
    }

    /** The first difference of the last run; empty where there was none. */
    public Optional<TwinDifference> difference() {
        return Optional.ofNullable(difference);
    }

    @Override
    public void begins(Model model) {
        first = model;
        twin = factory.make();
        twin.reset();
        twinEnabled = twin.stepBuffer();
        steps = 0;
        difference = null;
        super.begins(model);
    }

    @Override
    public Step next(Enabled enabled) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < enabled.size(); i++) {
            names.add(enabled.get(i).fullName());
        }
        compare(names);
        return difference == null ? super.next(enabled) : null;
    }

    @Override
    public void taken(Step step) {
        follow(step);
        super.taken(step);
    }

    @Override
    public void wentOn(Step step, Step next) {
        follow(step);
        super.wentOn(step, next);
    }

    private void follow(Step step) {
        steps++;
        int count = twin.enabled(twinEnabled);
        for (int i = 0; i < count; i++) {
            if (twinEnabled[i].fullName().equals(step.fullName())) {
                twinEnabled[i].fire();
                break;
            }
        }
    }

    @Override
    public void ended(RunResult result) {
        if (difference == null) {
            Step[] left = first.stepBuffer();
            int count = first.enabled(left);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                names.add(left[i].fullName());
            }
            compare(names);
        }
        super.ended(result);
    }

    private void compare(List<String> names) {
        int count = twin.enabled(twinEnabled);
        List<String> twinNames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            twinNames.add(twinEnabled[i].fullName());
        }
        boolean sameState = first.fingerprint() == twin.fingerprint();
        if (!sameState || !names.equals(twinNames)) {
            difference = new TwinDifference(
                    steps, names, twinNames, sameState ? Optional.empty() : firstCell());
        }
    }

    private Optional<TwinDifference.CellPair> firstCell() {
        long[] one = first.frame().snapshot();
        long[] other = twin.frame().snapshot();
        List<Cell> cells = first.layout().cells();
        List<Cell> twinCells = twin.layout().cells();
        for (int i = 0; i < Math.min(cells.size(), twinCells.size()); i++) {
            String value = cells.get(i) + " = " + cells.get(i).renderIn(one);
            String twinValue = twinCells.get(i) + " = " + twinCells.get(i).renderIn(other);
            if (!value.equals(twinValue)) {
                return Optional.of(new TwinDifference.CellPair(value, twinValue));
            }
        }
        return Optional.empty();
    }
}
