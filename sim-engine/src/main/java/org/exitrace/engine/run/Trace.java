package org.exitrace.engine.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.state.CellChange;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.engine.state.Frame;
import org.exitrace.engine.step.Step;

/**
 * What one run did: the steps taken with their times, and any state of it on demand.
 *
 * <p>Steps are numbered from 1; state 0 is the first one, state n that behind step n. It keeps 20
 * bytes a step and a snapshot now and then; other states are made by taking the steps again, which
 * leaves the state that the model has loaded as it is.
 */
public final class Trace implements RunObserver {

    private static final int STEPS_BETWEEN_SNAPSHOTS = 64;
    private static final int FIRST_CAPACITY = 64;

    private final List<long[]> snapshots = new ArrayList<>();
    private final Map<Property, Long> broken = new LinkedHashMap<>();
    private Model model;
    private TraceHash hash;
    private int[] taken = new int[FIRST_CAPACITY];
    private int[] enabledBehind = new int[FIRST_CAPACITY];
    private long[] timesNs = new long[FIRST_CAPACITY];
    private int[] lastEnabledBehind;
    private int length;
    private RunResult result;

    @Override
    public void begins(Model started) {
        model = started;
        hash = new TraceHash(started);
        lastEnabledBehind = new int[started.steps().size()];
        length = 0;
        result = null;
        broken.clear();
        snapshots.clear();
        snapshots.add(started.frame().snapshot());
    }

    @Override
    public void becameEnabled(Step step, long number) {
        lastEnabledBehind[step.index()] = (int) number;
    }

    @Override
    public void stepped(Step step, long number, long atNs) {
        if (length == taken.length) {
            taken = Arrays.copyOf(taken, 2 * length);
            enabledBehind = Arrays.copyOf(enabledBehind, 2 * length);
            timesNs = Arrays.copyOf(timesNs, 2 * length);
        }
        taken[length] = step.index();
        enabledBehind[length] = lastEnabledBehind[step.index()];
        timesNs[length] = atNs;
        length++;
        // What is taken and still enabled has itself to thank for the next time.
        lastEnabledBehind[step.index()] = length;
        hash.add(step, model.fingerprint());
        if (length % STEPS_BETWEEN_SNAPSHOTS == 0) {
            snapshots.add(model.frame().snapshot());
        }
    }

    @Override
    public void broken(Property property, long number) {
        broken.put(property, number);
    }

    @Override
    public void ended(RunResult shown) {
        result = shown;
    }

    /** The model that ran. */
    public Model model() {
        return model;
    }

    /** How many steps were taken. */
    public int length() {
        return length;
    }

    /** The {@code number}-th step, from 1. */
    public Step step(int number) {
        return model.steps().get(taken[checked(number, 1) - 1]);
    }

    /** Virtual time at which the {@code number}-th step was taken, in nanoseconds. */
    public long atNs(int number) {
        return timesNs[checked(number, 1) - 1];
    }

    /** Full names of all steps, in order: what a replay needs. */
    public List<String> names() {
        List<String> names = new ArrayList<>(length);
        for (int number = 1; number <= length; number++) {
            names.add(step(number).fullName());
        }
        return names;
    }

    /** The step behind which the {@code number}-th step became enabled; 0 from the beginning. */
    public int enabledBy(int number) {
        return enabledBehind[checked(number, 1) - 1];
    }

    /** What one actor's steps made possible for others, in order of the later step. */
    public List<Arrow> arrows() {
        List<Arrow> arrows = new ArrayList<>();
        for (int number = 1; number <= length; number++) {
            int cause = enabledBy(number);
            if (cause > 0 && !step(cause).actor().equals(step(number).actor())) {
                arrows.add(new Arrow(cause, number));
            }
        }
        return arrows;
    }

    /** The state behind the {@code number}-th step, all words; 0 is the first state. */
    public long[] state(int number) {
        int near = checked(number, 0) / STEPS_BETWEEN_SNAPSHOTS;
        int done = near * STEPS_BETWEEN_SNAPSHOTS;
        if (done == number) {
            return snapshots.get(near).clone();
        }
        Frame frame = model.frame();
        long[] loaded = frame.snapshot();
        var observer = frame.observer();
        frame.observe(null);
        try {
            frame.load(snapshots.get(near), 0);
            for (int i = done; i < number; i++) {
                model.steps().get(taken[i]).fire();
            }
            return frame.snapshot();
        } finally {
            frame.load(loaded, 0);
            frame.observe(observer);
        }
    }

    /** The fingerprint of the state behind the {@code number}-th step. */
    public long fingerprint(int number) {
        return Fingerprint.of(state(number), 0, model.layout().hashedWords());
    }

    /** What the {@code number}-th step changed, by name, in declaration order. */
    public List<CellChange> changes(int number) {
        checked(number, 1);
        return model.layout().diff(state(number - 1), state(number));
    }

    /** The broken properties, each with the number of the state that broke it first. */
    public Map<Property, Long> broken() {
        return Collections.unmodifiableMap(broken);
    }

    /** How the run ended; {@code null} while it goes on. */
    public RunResult result() {
        return result;
    }

    /** A hash of all names and states so far, the same on every JVM. */
    public long hash() {
        return hash.value();
    }

    private int checked(int number, int least) {
        if (number < least || number > length) {
            throw new IndexOutOfBoundsException(
                    "the trace has steps " + least + " to " + length + ", not " + number);
        }
        return number;
    }

    /**
     * One step that made another actor's later step possible.
     *
     * @param from number of the step behind which the other became enabled
     * @param to number of the step that became enabled and was taken
     */
    public record Arrow(int from, int to) {
    }
}
