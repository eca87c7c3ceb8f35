package org.exitrace.engine.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.exitrace.engine.state.CountCell;

/**
 * The text of a routine while it is written: each call adds what comes next.
 *
 * <p>{@link #step}, {@link #test}, {@link #await}, {@link #either}, {@link #choose} and the locks
 * are labels: between two of them anybody else may act. All others join the label before them.
 *
 * @param <R> the region that the code speaks of
 */
public final class Block<R> {

    private final List<Node<R>> nodes = new ArrayList<>();
    private boolean left;

    Block() {
    }

    static <R> Block<R> of(Consumer<Block<R>> text) {
        Block<R> block = new Block<>();
        text.accept(block);
        return block;
    }

    /** A label: {@code effect}, at once and always. */
    public Block<R> step(String name, Consumer<? super R> effect) {
        return add(new StepNode<>(name, null, effect));
    }

    /** A label at which time passes and nothing else happens. */
    public Block<R> pause(String name) {
        return add(new StepNode<>(name, null, null));
    }

    /** A label: waits until {@code guard} holds. */
    public Block<R> await(String name, Predicate<? super R> guard) {
        return add(new StepNode<>(name, guard, null));
    }

    /** A label: waits until {@code guard} holds, then {@code effect} in the same atomic step. */
    public Block<R> await(
            String name, Predicate<? super R> guard, Consumer<? super R> effect) {
        return add(new StepNode<>(name, guard, effect));
    }

    /** A label: goes on with {@code yes} if {@code test} holds; it may change what it tests. */
    public Block<R> test(String name, Predicate<? super R> test, Consumer<Block<R>> yes) {
        return test(name, test, yes, no -> { });
    }

    /** A label: goes on with {@code yes} if {@code test} holds, with {@code no} otherwise. */
    public Block<R> test(
            String name, Predicate<? super R> test,
            Consumer<Block<R>> yes, Consumer<Block<R>> no) {
        return add(new TestNode<>(name, test, of(yes), of(no)));
    }

    /** A label: one of several steps is taken; which one is a choice of the schedule. */
    public Block<R> either(String name, Consumer<Choices<R>> offers) {
        Choices<R> choices = new Choices<>();
        offers.accept(choices);
        return add(new EitherNode<>(name, choices.all()));
    }

    /** A label: one of {@code candidates} values is chosen, each by a step of its own. */
    public Block<R> choose(
            String name, int candidates, IntFunction<Predicate<R>> allowed,
            IntFunction<Consumer<R>> effect) {
        return either(name, choices -> {
            for (int i = 0; i < candidates; i++) {
                choices.when(name + " " + i, allowed.apply(i), effect.apply(i));
            }
        });
    }

    /** A label: waits until the mutex is free and takes it. */
    public Block<R> lock(String name, Function<? super R, MutexCell> mutex) {
        return lock(LockNode.Kind.LOCK, name, mutex, of(yes -> { }), of(no -> { }));
    }

    /** A label: releases the mutex, which the actor holds. */
    public Block<R> unlock(String name, Function<? super R, MutexCell> mutex) {
        return lock(LockNode.Kind.UNLOCK, name, mutex, of(yes -> { }), of(no -> { }));
    }

    /** A label: takes the mutex if it is free, and goes on with {@code refused} if it is not. */
    public Block<R> tryLock(
            String name, Function<? super R, MutexCell> mutex, Consumer<Block<R>> refused) {
        return lock(LockNode.Kind.TRY, name, mutex, of(yes -> { }), of(refused));
    }

    /** A decision on the actor's own cells. */
    public Block<R> when(Predicate<? super R> test, Consumer<Block<R>> yes) {
        return when(test, yes, no -> { });
    }

    /**
     * A decision on the actor's own cells, with both ways. As that of a {@link #test} it is made
     * once whenever the program comes by, so that it may change what it looks at.
     */
    public Block<R> when(
            Predicate<? super R> test, Consumer<Block<R>> yes, Consumer<Block<R>> no) {
        return add(new WhenNode<>(test, of(yes), of(no)));
    }

    /** A decision on the actor's own cells between many ways: goes on with the selected one. */
    public Block<R> select(ToIntFunction<? super R> selector, List<Consumer<Block<R>>> ways) {
        return add(new SelectNode<>(selector, ways.stream().map(Block::of).toList()));
    }

    /** A decision that the design makes when the model is built. */
    public Block<R> given(boolean condition, Consumer<Block<R>> text) {
        if (condition) {
            text.accept(this);
        }
        return this;
    }

    /** An action on the actor's own cells. */
    public Block<R> local(Consumer<? super R> action) {
        return add(new LocalNode<>(action));
    }

    /** Does {@code body} for ever, or until {@link #leave} or {@link #done}. */
    public Block<R> forever(Consumer<Block<R>> body) {
        return add(new LoopNode<>(of(body)));
    }

    /** Does {@code body} {@code times} times; {@code counter} runs from 0 and is then 0 again. */
    public Block<R> repeat(
            int times, Function<? super R, CountCell> counter, Consumer<Block<R>> body) {
        return add(new LoopNode<>(counter, times, of(body)));
    }

    /** Calls {@code routine} on the same region. */
    public Block<R> call(Routine<R> routine) {
        return add(new CallNode<>(Function.<R>identity(), routine));
    }

    /** Calls {@code routine} on the region that {@code argument} gives. */
    public <S> Block<R> call(Function<? super R, S> argument, Routine<S> routine) {
        return add(new CallNode<>(argument, routine));
    }

    /** Ends the routine. */
    public Block<R> done() {
        return exit(ExitNode.Kind.DONE);
    }

    /** Ends the routine with a result that {@code result} writes into the actor's own cell. */
    public Block<R> done(Consumer<? super R> result) {
        return local(result).done();
    }

    /** Goes on behind the innermost loop. */
    public Block<R> leave() {
        return exit(ExitNode.Kind.LEAVE);
    }

    /** Goes on at the head of the innermost loop. */
    public Block<R> again() {
        return exit(ExitNode.Kind.AGAIN);
    }

    /** Of the label just written: the actor is then busy for the time of that key. */
    public Block<R> costs(String key) {
        last().cost = key;
        return this;
    }

    /** Of the label just written: at least the time of that key passes before it is taken. */
    public Block<R> after(String key) {
        last().delay = key;
        return this;
    }

    /** Of the label just written: who waits here for ever is at rest, not stuck. */
    public Block<R> mayRest() {
        last().mayRest = true;
        return this;
    }

    /** Of what was just written: others may let the program go on from here. */
    public Block<R> entry(EntryPoint point) {
        last().entry = point;
        return this;
    }

    Jump link(Linker linker, R region, Targets targets, Jump next) {
        Jump following = next;
        for (int i = nodes.size() - 1; i >= 0; i--) {
            following = nodes.get(i).linkMarked(linker, region, targets, following);
        }
        return following;
    }

    private Block<R> lock(
            LockNode.Kind kind, String name, Function<? super R, MutexCell> mutex,
            Block<R> taken, Block<R> refused) {
        return add(new LockNode<>(kind, name, mutex, taken, refused));
    }

    private Block<R> exit(ExitNode.Kind kind) {
        add(new ExitNode<>(kind));
        left = true;
        return this;
    }

    private Block<R> add(Node<R> node) {
        if (left) {
            throw new IllegalArgumentException("routine text behind done, leave or again");
        }
        nodes.add(node);
        return this;
    }

    private Node<R> last() {
        return nodes.get(nodes.size() - 1);
    }
}
