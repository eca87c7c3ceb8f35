package org.exitrace.engine.routine;

import java.util.List;
import java.util.function.ToIntFunction;

/** A decision between many ways on the actor's own cells, made as part of the step before it. */
final class SelectNode<R> extends Node<R> {

    private final ToIntFunction<? super R> selector;
    private final List<Block<R>> ways;

    SelectNode(ToIntFunction<? super R> selector, List<Block<R>> ways) {
        this.selector = selector;
        this.ways = List.copyOf(ways);
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        Jump[] jumps = new Jump[ways.size()];
        for (int i = jumps.length - 1; i >= 0; i--) {
            jumps[i] = ways.get(i).link(linker, region, targets, next);
        }
        return Jump.selecting(selector, region, jumps);
    }
}
