package org.exitrace.vtl.host;

import java.util.List;
import org.exitrace.vtl.state.Vtl;

/** A vCPU that others ask to drop its translations. */
public interface FlushTarget {

    /** What steps call it. */
    String name();

    /** How it is asked. */
    FlushRequest flush();

    /** The VTLs of which it may have translations. */
    List<Vtl> vtls();

    /**
     * Whether it has to be sent an interrupt: it executes. One who {@code waits} sends his own
     * even if another is on its way.
     */
    boolean needsInterrupt(boolean waits);

    /** Whether an interrupt that is sent now still finds it where it has to be left. */
    boolean isInside();

    /** It drops what it was asked to; whether it was asked. */
    default boolean drops() {
        boolean asked = flush().asked.testAndClear();
        if (asked) {
            vtls().forEach(vtl -> vtl.view().flush());
        }
        return asked;
    }

    /** Whether a VTL below {@code vtl} executes with a translation that gives more than it has. */
    default boolean usesStale(int vtl) {
        for (Vtl each : vtls()) {
            if (each.number() < vtl && each.runs() && each.view().isStale()) {
                return true;
            }
        }
        return false;
    }
}
