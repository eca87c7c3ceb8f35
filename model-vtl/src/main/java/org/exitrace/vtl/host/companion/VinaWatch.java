package org.exitrace.vtl.host.companion;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * How the VMM learns of interrupts for the VTL whose thread is stopped: that thread waits for
 * events of its vCPU as the other one does, and tells the other one (docs/vtl.md c.4, reading).
 */
final class VinaWatch extends Region {

    /** Of the lower VTL: its thread has looked, and waits until it is asked again. */
    final FlagCell told = cells().flag("told");
    /** Of the higher VTL: the lower one would take an interrupt. */
    final FlagCell due = cells().flag("due");

    VinaWatch(CellScope scope) {
        super(scope);
    }
}
