package org.exitrace.vtl.host.paravisor;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.state.Register;

/**
 * One place for each VTL of a virtual processor, in which others leave an initial context and what
 * it is for; and what its own thread has taken. Source: docs/vtl.md c.6.
 */
final class Mailbox extends Region {

    /** VTLs whose place has a context for a VTL that is new. */
    private final BitsCell enabling;
    /** VTLs whose place has one with which the virtual processor begins. */
    private final BitsCell starting;
    /** VTLs of whose place the thread was told. */
    final BitsCell told;
    /** The same, as the thread has taken it. */
    final BitsCell looking;
    /** What the thread has taken: the VTL is new. */
    final FlagCell enables = cells().flag("takes_enable");
    /** What the thread has taken: the virtual processor begins. */
    final FlagCell starts = cells().flag("takes_start");
    private final List<CountCell> contexts = new ArrayList<>();

    Mailbox(CellScope scope, int vtls) {
        super(scope);
        enabling = cells().bits("enable", vtls);
        starting = cells().bits("start", vtls);
        told = cells().bits("told", vtls);
        looking = cells().bits("looking", vtls);
        for (int vtl = 0; vtl < vtls; vtl++) {
            contexts.add(cells().count("cr3[" + vtl + "]", 0, Register.MOST));
        }
    }

    /** A VTL that is new. */
    void putEnable(int vtl, int cr3) {
        enabling.add(vtl);
        contexts.get(vtl).become(cr3);
    }

    /** A start; whether something else stood there that is lost. */
    boolean putStart(int vtl, int cr3, boolean replaces) {
        boolean lost = starting.has(vtl) || replaces && enabling.has(vtl);
        if (replaces) {
            enabling.remove(vtl);
        }
        starting.add(vtl);
        contexts.get(vtl).become(cr3);
        return lost;
    }

    /** Takes what stands there; its context, or -1 if nothing does. */
    int take(int vtl) {
        enables.become(enabling.testAndClear(vtl));
        starts.become(starting.testAndClear(vtl));
        boolean any = enables.isSet() || starts.isSet();
        int context = contexts.get(vtl).get();
        contexts.get(vtl).clear();
        return any ? context : -1;
    }
}
