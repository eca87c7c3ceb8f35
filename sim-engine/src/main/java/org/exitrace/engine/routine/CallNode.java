package org.exitrace.engine.routine;

import java.util.function.Function;

/** A call: the callee's labels are copied in, on the region that the call hands over. */
final class CallNode<R, S> extends Node<R> {

    private final Function<? super R, S> argument;
    private final Routine<S> routine;

    CallNode(Function<? super R, S> argument, Routine<S> routine) {
        this.argument = argument;
        this.routine = routine;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        return routine.link(linker, argument.apply(region), next);
    }
}
