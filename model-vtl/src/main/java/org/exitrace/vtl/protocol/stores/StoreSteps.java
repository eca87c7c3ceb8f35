package org.exitrace.vtl.protocol.stores;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.protocol.design.MemoryModel;

/**
 * What the text of a protocol says of stores: which are plain ones, and what waits until all have
 * reached memory. Where memory is sequentially consistent nothing waits.
 *
 * @param model when others see stores
 * @param own the buffer of a thread's processor
 * @param <R> a thread
 */
public record StoreSteps<R>(MemoryModel model, Function<? super R, StoreBuffer> own) {

    /** As {@code design} has it. */
    public static <S> StoreSteps<S> of(Design design, Function<? super S, StoreBuffer> own) {
        return new StoreSteps<>(design.get(MemoryModel.SWITCH), own);
    }

    /** Of threads whose stores are in memory at once. */
    public static <S> StoreSteps<S> atOnce() {
        return new StoreSteps<>(MemoryModel.SC, any -> StoreBuffer.none());
    }

    /** A plain store, which {@code effect} makes to a place of the buffer. */
    public Block<R> plain(Block<R> code, String name, Consumer<? super R> effect) {
        return isBuffered() ? code.await(name, it -> own.apply(it).hasRoom(), effect)
                : code.step(name, effect);
    }

    /** What follows is a locked instruction, which waits for the stores before it. */
    public Block<R> locked(Block<R> code) {
        return code.given(isBuffered(), waits -> waits
                .await("its stores reach memory", it -> own.apply(it).isEmpty()));
    }

    /** A fence; without a buffer there is nothing to wait for. */
    public Block<R> fence(Block<R> code, String name) {
        return code.given(isBuffered(), waits -> waits
                .await(name, it -> own.apply(it).isEmpty()));
    }

    private boolean isBuffered() {
        return model == MemoryModel.TSO;
    }
}
