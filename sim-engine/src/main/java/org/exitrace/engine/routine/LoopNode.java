package org.exitrace.engine.routine;

import java.util.function.Function;
import org.exitrace.engine.state.CountCell;

/** A loop: without end, or counted by a cell of the actor's own that is 0 outside of the loop. */
final class LoopNode<R> extends Node<R> {

    private final Function<? super R, CountCell> counter;
    private final int times;
    private final Block<R> body;

    LoopNode(Block<R> body) {
        this(null, 0, body);
    }

    LoopNode(Function<? super R, CountCell> counter, int times, Block<R> body) {
        this.counter = counter;
        this.times = times;
        this.body = body;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        return counter == null
                ? endless(linker, region, targets, next)
                : counted(linker, region, targets, next);
    }

    private Jump endless(Linker linker, R region, Targets targets, Jump next) {
        Jump.Later head = new Jump.Later();
        Jump start = body.link(linker, region, targets.insideLoop(next, head), head);
        head.become(start);
        return start;
    }

    private Jump counted(Linker linker, R region, Targets targets, Jump next) {
        CountCell count = counter.apply(region);
        Jump behind = Jump.doing(CountCell::clear, count, next);
        Jump.Later start = new Jump.Later();
        Jump again = Jump.deciding(cell -> !cell.is(times - 1), count,
                Jump.doing(CountCell::increment, count, start), behind);
        start.become(body.link(linker, region, targets.insideLoop(behind, again), again));
        return times == 0 ? next : start;
    }
}
