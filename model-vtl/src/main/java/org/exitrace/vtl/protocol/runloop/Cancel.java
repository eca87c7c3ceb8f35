package org.exitrace.vtl.protocol.runloop;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.vtl.state.VtlCosts;

/** The canceller's side of docs/vtl.md f.1. */
public final class Cancel {

    private Cancel() {
    }

    /** Sends a processor back to its paravisor, unless somebody does so already. */
    public static <R> void send(Block<R> code, Function<? super R, FlagCell> cancel,
            Consumer<? super R> interrupt) {
        code.test("xchg(cancel, 1) was 1?", it -> cancel.apply(it).testAndSet(), before -> { },
                        now -> now.step("IPI", interrupt).costs(VtlCosts.KICK))
                .costs(VtlCosts.ACCESS);
    }
}
