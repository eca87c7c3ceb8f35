package org.exitrace.engine.routine;

/** A way out of a block: the end of the routine, behind the loop, or the loop's head. */
final class ExitNode<R> extends Node<R> {

    enum Kind { DONE, LEAVE, AGAIN }

    private final Kind kind;

    ExitNode(Kind kind) {
        this.kind = kind;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        Jump target = switch (kind) {
            case DONE -> targets.exit();
            case LEAVE -> targets.leave();
            case AGAIN -> targets.again();
        };
        if (target == null) {
            throw new IllegalArgumentException(kind + " stands outside of any loop");
        }
        return target;
    }
}
