package org.exitrace.engine.routine;

import java.util.function.Consumer;

/** An action on the actor's own cells, done as part of the step before it. */
final class LocalNode<R> extends Node<R> {

    private final Consumer<? super R> action;

    LocalNode(Consumer<? super R> action) {
        this.action = action;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        return Jump.doing(action, region, next);
    }
}
