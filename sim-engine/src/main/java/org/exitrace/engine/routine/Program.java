package org.exitrace.engine.routine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/**
 * A routine that one actor runs, with its own program counter. An actor may run several, such as a
 * vCPU's guest code and its host thread; gates say which of them may go on.
 *
 * @param <R> the region that the routine speaks of
 */
public final class Program<R> implements StepSource {

    private final String name;
    private final Actor actor;
    private final R region;
    private final ProgramCounter counter;
    private final Map<EntryPoint, Jump> entries = new LinkedHashMap<>();
    private final List<Label> labels;
    private final Set<String> labelNames = new LinkedHashSet<>();
    private final Jump beginning;
    private Step[][] stepsAt = new Step[0][];
    private boolean[] unguardedAt = new boolean[0];
    private Predicate<? super R> gate;
    private boolean startsIdle;

    /** Links {@code routine} as a program of {@code actor} counted by {@code counter}. */
    public Program(Actor actor, R region, ProgramCounter counter, Routine<R> routine) {
        this.name = routine.name();
        this.actor = actor;
        this.region = region;
        this.counter = counter;
        Linker linker = new Linker(actor, counter, entries);
        this.beginning = routine.link(linker, region, Jump.to(Jump.ENDED));
        this.labels = linker.close();
        labels.forEach(label -> labelNames.add(label.name));
        labelNames.add(labelName(Jump.ENDED));
        counter.runs(this);
    }

    /** Lets the program go on only while {@code condition} holds. */
    public Program<R> onlyWhile(Predicate<? super R> condition) {
        gate = condition;
        return this;
    }

    /** Leaves the program unstarted in the first state. */
    public Program<R> startsIdle() {
        startsIdle = true;
        return this;
    }

    /** Fixes where all steps lead; done once, when the model is closed. */
    public void settle() {
        stepsAt = new Step[labels.size() + 1][];
        stepsAt[Jump.ENDED] = new Step[0];
        unguardedAt = new boolean[labels.size() + 1];
        for (Label label : labels) {
            label.steps.forEach(ProgramStep::settle);
            stepsAt[label.place] = label.steps.toArray(Step[]::new);
            unguardedAt[label.place] = label.steps.stream().allMatch(ProgramStep::isUnguarded);
        }
    }

    /** Stands at the first label; done once, on the first state. */
    public void begin() {
        if (!startsIdle) {
            counter.start();
        }
    }

    /** The name of its routine. */
    public String name() {
        return name;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public List<Step> steps() {
        List<Step> all = new ArrayList<>();
        labels.forEach(label -> all.addAll(label.steps));
        return all;
    }

    @Override
    public int offer(Step[] into, int count) {
        int place = counter.at();
        Step[] here = stepsAt[place];
        if (here.length == 0 || gate != null && !gate.test(region)) {
            return count;
        }
        int filled = count;
        if (unguardedAt[place]) {
            for (Step step : here) {
                into[filled++] = step;
            }
            return filled;
        }
        for (Step step : here) {
            if (step.enabled()) {
                into[filled++] = step;
            }
        }
        return filled;
    }

    @Override
    public boolean waits() {
        int place = counter.at();
        return place != Jump.ENDED && !labels.get(place - 1).mayRest;
    }

    @Override
    public String waitsAt() {
        return waits() ? labelName(counter.at()) : "";
    }

    /** How many labels it has; places run from 1 to this, 0 is the end. */
    public int labelCount() {
        return labels.size();
    }

    String labelName(int place) {
        return place == Jump.ENDED ? "ended"
                : place <= labels.size() ? labels.get(place - 1).name : "?" + place;
    }

    /** Refuses a label that is none of this program's; asked in guards, so without a search. */
    void mustHave(String label) {
        if (!labelNames.contains(label)) {
            throw new UnknownLabelException("program '" + name + "' of " + actor
                    + " has no label '" + label + "'; it has " + labelNames);
        }
    }

    Jump beginning() {
        return beginning;
    }

    Jump entry(EntryPoint point) {
        Jump jump = entries.get(point);
        if (jump == null) {
            throw new IllegalStateException(name + " has no entry point '" + point + "'");
        }
        return jump;
    }
}
