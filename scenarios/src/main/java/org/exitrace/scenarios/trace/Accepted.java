package org.exitrace.scenarios.trace;

import java.util.List;
import org.exitrace.kvm.tracepoint.VcpuEvent;

/**
 * What a vCPU accepted between two events that say where it is, repetitions left out. Hidden steps
 * may stand between, so that these events can only be explained together with the one behind them.
 */
enum Accepted {
    NOTHING, INTERRUPT(VcpuEvent.ACCEPT), START(VcpuEvent.START),
    INTERRUPT_THEN_START(VcpuEvent.ACCEPT, VcpuEvent.START),
    START_THEN_INTERRUPT(VcpuEvent.START, VcpuEvent.ACCEPT);

    private final List<VcpuEvent> events;

    Accepted(VcpuEvent... events) {
        this.events = List.of(events);
    }

    List<VcpuEvent> events() {
        return events;
    }

    /** Whether {@code event} says nothing of where a vCPU is. */
    static boolean isOne(VcpuEvent event) {
        return event == VcpuEvent.ACCEPT || event == VcpuEvent.START;
    }

    Accepted and(VcpuEvent event) {
        boolean interrupt = event == VcpuEvent.ACCEPT;
        return switch (this) {
            case NOTHING -> interrupt ? INTERRUPT : START;
            case INTERRUPT, START_THEN_INTERRUPT -> interrupt ? this : INTERRUPT_THEN_START;
            case START, INTERRUPT_THEN_START -> interrupt ? START_THEN_INTERRUPT : this;
        };
    }
}
