package org.exitrace.engine.routine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.step.Actor;

/** Turns routine text into the labels of one program, callees inlined at each call. */
final class Linker {

    private final Actor actor;
    private final ProgramCounter counter;
    private final List<Label> labels;
    private final Map<EntryPoint, Jump> entries;
    private final Deque<Routine<?>> callers;

    Linker(Actor actor, ProgramCounter counter, Map<EntryPoint, Jump> entries) {
        this(actor, counter, new ArrayList<>(), entries, new ArrayDeque<>());
    }

    private Linker(
            Actor actor, ProgramCounter counter, List<Label> labels,
            Map<EntryPoint, Jump> entries, Deque<Routine<?>> callers) {
        this.actor = actor;
        this.counter = counter;
        this.labels = labels;
        this.entries = entries;
        this.callers = callers;
    }

    Linker inside(Routine<?> routine) {
        if (callers.contains(routine)) {
            throw new IllegalArgumentException("routine '" + routine.name()
                    + "' calls itself; a program counter knows no recursion, bound it by a loop");
        }
        Deque<Routine<?>> chain = new ArrayDeque<>(callers);
        chain.push(routine);
        return new Linker(actor, counter, labels, entries, chain);
    }

    Actor actor() {
        return actor;
    }

    ProgramCounter counter() {
        return counter;
    }

    /** The name that a step called {@code step} bears in traces. */
    String qualify(String step) {
        return callers.peek().name() + ": " + step;
    }

    Label label(String name, boolean mayRest) {
        Label label = new Label(qualify(name), mayRest);
        labels.add(label);
        return label;
    }

    void add(Label label, ProgramStep step, String cost, String delay) {
        step.annotate(callers.peek().source(), cost, delay);
        label.steps.add(step);
    }

    void entry(EntryPoint point, Jump jump) {
        if (entries.put(point, jump) != null) {
            throw new IllegalArgumentException("entry point '" + point + "' is marked twice");
        }
    }

    /** Numbers all labels from 1 in text order; linking went backwards. */
    List<Label> close() {
        List<Label> ordered = new ArrayList<>();
        for (int i = labels.size() - 1; i >= 0; i--) {
            Label label = labels.get(i);
            ordered.add(label);
            label.place = ordered.size();
        }
        return ordered;
    }
}
