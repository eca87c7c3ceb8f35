package org.exitrace.vtl.protocol.section;

import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;

/** synchronize_srcu: the readers that were inside when it began, and have not left since. */
public final class GracePeriod extends Region {

    private final ReadSection section;
    private final BitsCell awaited;

    GracePeriod(CellScope scope, ReadSection section, int readers) {
        super(scope);
        this.section = section;
        awaited = cells().bits("awaited", readers);
    }

    /** Waits for all of them; later readers are of no matter. */
    public static <R> void await(
            Block<R> code, Function<? super R, GracePeriod> period) {
        code.step("synchronize_srcu begins", it -> {
            GracePeriod own = period.apply(it);
            own.awaited.become(own.section.inside());
        });
        code.await("synchronize_srcu ends", it -> period.apply(it).awaited.isEmpty());
    }

    void forget(int reader) {
        awaited.remove(reader);
    }
}
