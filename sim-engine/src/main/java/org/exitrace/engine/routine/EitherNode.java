package org.exitrace.engine.routine;

import java.util.List;

/** A label at which one of several steps is taken. */
final class EitherNode<R> extends Node<R> {

    private final String name;
    private final List<Choices.Alternative<R>> alternatives;

    EitherNode(String name, List<Choices.Alternative<R>> alternatives) {
        this.name = name;
        this.alternatives = alternatives;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        List<Jump> ways = alternatives.stream()
                .map(choice -> choice.then().link(linker, region, targets, next)).toList();
        Label label = linker.label(name, mayRest);
        for (int i = 0; i < ways.size(); i++) {
            Choices.Alternative<R> choice = alternatives.get(i);
            linker.add(label, new LabelStep<>(linker.actor(), linker.qualify(choice.name()),
                    linker.counter(), region, choice.guard(), choice.effect(), ways.get(i)),
                    choice.cost().isEmpty() ? cost : choice.cost(),
                    choice.delay().isEmpty() ? delay : choice.delay());
        }
        return label.jump();
    }
}
