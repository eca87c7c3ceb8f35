package org.exitrace.vtl.host;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.state.Vtl;

/**
 * Where a host answers hypercalls of machines without pages: its factory refuses others.
 *
 * @param <S> the thread that answers
 */
public interface PagelessSite<S> extends CallSite<S> {

    @Override
    default void partition(Block<S> code, Consumer<Block<S>> inside) {
        throw pages();
    }

    @Override
    default void flush(Block<S> code, int vtl) {
        throw pages();
    }

    @Override
    default void intercept(Block<S> code, Function<S, Vtl> above) {
        throw pages();
    }

    @Override
    default void recheck(S thread) {
        throw pages();
    }

    private static IllegalStateException pages() {
        return new IllegalStateException("this host has no pages; VtlMachine.refuses tells why");
    }
}
