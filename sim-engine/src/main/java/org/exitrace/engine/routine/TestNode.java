package org.exitrace.engine.routine;

import java.util.function.Predicate;

/** A label with two ways on, decided by what is seen there. */
final class TestNode<R> extends Node<R> {

    private final String name;
    private final Predicate<? super R> test;
    private final Block<R> yes;
    private final Block<R> no;

    TestNode(String name, Predicate<? super R> test, Block<R> yes, Block<R> no) {
        this.name = name;
        this.test = test;
        this.yes = yes;
        this.no = no;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        Jump whenNo = no.link(linker, region, targets, next);
        Jump whenYes = yes.link(linker, region, targets, next);
        Label label = linker.label(name, mayRest);
        linker.add(label, new TestStep<>(linker.actor(), linker.qualify(name), linker.counter(),
                region, test, whenYes, whenNo), cost, delay);
        return label.jump();
    }
}
