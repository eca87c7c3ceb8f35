package org.exitrace.vtl.protocol.polling;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The vCPU whose events somebody waits for. */
final class PolledVcpu extends Region {

    /** vcpu->mode. */
    enum Mode {
        /** OUTSIDE_GUEST_MODE. */
        OUTSIDE,
        /** IN_GUEST_MODE. */
        IN_GUEST,
        /** What the first version adds. */
        POLLING
    }

    /** Events that come. */
    static final int EVENTS = 2;

    final MutexCell mutex = new MutexCell(cells(), "mutex");
    final EnumCell<Mode> mode = cells().choice("mode", Mode.class);
    /** A request, or an interrupt: something for the vCPU to do. */
    final FlagCell event = cells().flag("event");
    final FlagCell kicked = cells().flag("kicked");
    /** Who is on the wait queue, and was not woken since. */
    final BitsCell queue;
    /** The vCPU's own thread has been sent an IPI. */
    final FlagCell ipi = cells().flag("ipi");
    /** The guest runs, on the vCPU's own thread. */
    final FlagCell inGuest = cells().flag("in guest");
    /** What the device saw of the mode. */
    final EnumCell<Mode> seen = cells().choice("seen mode", Mode.class);
    final CountCell sent = cells().count("sent", EVENTS);
    /** Who sleeps until it is woken. */
    final BitsCell asleep;

    PolledVcpu(CellScope scope, int waiters) {
        super(scope);
        queue = cells().bits("queue", waiters);
        asleep = cells().bits("asleep", waiters);
    }

    void wakeAll() {
        queue.clear();
    }
}
