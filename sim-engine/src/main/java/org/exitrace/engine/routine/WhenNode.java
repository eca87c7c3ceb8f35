package org.exitrace.engine.routine;

import java.util.function.Predicate;

/** A decision on the actor's own cells, made as part of the step before it. */
final class WhenNode<R> extends Node<R> {

    private final Predicate<? super R> test;
    private final Block<R> yes;
    private final Block<R> no;

    WhenNode(Predicate<? super R> test, Block<R> yes, Block<R> no) {
        this.test = test;
        this.yes = yes;
        this.no = no;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        Jump whenNo = no.link(linker, region, targets, next);
        Jump whenYes = yes.link(linker, region, targets, next);
        return Jump.deciding(test, region, whenYes, whenNo);
    }
}
