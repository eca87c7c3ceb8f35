package org.exitrace.engine.routine;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** A label with one way on: a plain step, or one that waits for a guard. */
final class StepNode<R> extends Node<R> {

    private final String name;
    private final Predicate<? super R> guard;
    private final Consumer<? super R> effect;

    StepNode(String name, Predicate<? super R> guard, Consumer<? super R> effect) {
        this.name = name;
        this.guard = guard;
        this.effect = effect;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        Label label = linker.label(name, mayRest);
        linker.add(label, new LabelStep<>(linker.actor(), linker.qualify(name), linker.counter(),
                region, guard, effect, next), cost, delay);
        return label.jump();
    }
}
