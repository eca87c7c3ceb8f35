package org.exitrace.engine.routine;

import java.util.function.Function;

/** Locking, unlocking and trying a modelled mutex. */
final class LockNode<R> extends Node<R> {

    enum Kind { LOCK, UNLOCK, TRY }

    private final Kind kind;
    private final String name;
    private final Function<? super R, MutexCell> mutex;
    private final Block<R> taken;
    private final Block<R> refused;

    LockNode(
            Kind kind, String name, Function<? super R, MutexCell> mutex,
            Block<R> taken, Block<R> refused) {
        this.kind = kind;
        this.name = name;
        this.mutex = mutex;
        this.taken = taken;
        this.refused = refused;
    }

    @Override
    Jump link(Linker linker, R region, Targets targets, Jump next) {
        return switch (kind) {
            case LOCK -> acquire(linker, region, next);
            case UNLOCK -> release(linker, region, next);
            case TRY -> attempt(linker, region, targets, next);
        };
    }

    private Jump acquire(Linker linker, R region, Jump next) {
        MutexCell cell = mutex.apply(region);
        Label label = linker.label(name, mayRest);
        linker.add(label, new LabelStep<>(linker.actor(), linker.qualify(name), linker.counter(),
                cell, MutexCell::isFree, taking -> taking.take(linker.actor()), next), cost, delay);
        return label.jump();
    }

    private Jump release(Linker linker, R region, Jump next) {
        MutexCell cell = mutex.apply(region);
        Label label = linker.label(name, mayRest);
        linker.add(label, new LabelStep<>(linker.actor(), linker.qualify(name), linker.counter(),
                cell, null, held -> held.release(linker.actor()), next), cost, delay);
        return label.jump();
    }

    private Jump attempt(Linker linker, R region, Targets targets, Jump next) {
        MutexCell cell = mutex.apply(region);
        Jump whenRefused = refused.link(linker, region, targets, next);
        Jump whenTaken = taken.link(linker, region, targets, next);
        Label label = linker.label(name, mayRest);
        linker.add(label, new TestStep<>(linker.actor(), linker.qualify(name), linker.counter(),
                cell, tried -> takeIfFree(tried, linker), whenTaken, whenRefused), cost, delay);
        return label.jump();
    }

    private static boolean takeIfFree(MutexCell cell, Linker linker) {
        if (!cell.isFree()) {
            return false;
        }
        cell.take(linker.actor());
        return true;
    }
}
