package org.exitrace.examples.ticketlock;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/** A lock that serves threads in the order of their tickets; each thread takes it once. */
public final class TicketLock {

    /** The lock with so many threads, its ticket drawn as {@code design} says. */
    public static Model model(int threads, Design design) {
        ModelBuilder model = new ModelBuilder("ticket-lock", design);
        Lock lock = new Lock(model.region("lock"), threads);
        Routine<Caller> routine = criticalSection(design.get(TicketDraw.SWITCH));
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Caller caller = new Caller(model.region("thread[" + i + "]"), lock, threads);
            model.program(model.actor("t" + i), caller, caller.counter, routine);
            callers.add(caller);
        }
        model.never("two-inside", "two threads are inside at once",
                () -> callers.stream().filter(c -> c.counter.isAt("lock: leaves")).count() > 1)
                .because("a lock excludes");
        model.reachable("all-served", "every thread was inside",
                () -> lock.serving.is(threads));
        return model.build();
    }

    private static Routine<Caller> criticalSection(TicketDraw draw) {
        return Routine.named("lock", "Reed and Kanodia 1979", code -> code
                .given(draw == TicketDraw.ATOMIC, atomic -> atomic
                        .step("draws a ticket", me -> {
                            me.ticket.become(me.lock.next.get());
                            me.lock.next.increment();
                        }))
                .given(draw == TicketDraw.SPLIT, split -> split
                        .step("reads the next number", me -> me.ticket.become(me.lock.next.get()))
                        .step("writes it back", me -> me.lock.next.become(me.ticket.get() + 1)))
                .await("waits to be served", me -> me.lock.serving.is(me.ticket.get()))
                .step("leaves", me -> me.lock.serving.increment()));
    }

    private static final class Lock extends Region {
        final CountCell next;
        final CountCell serving;

        Lock(CellScope scope, int threads) {
            super(scope);
            next = cells().count("next", threads);
            serving = cells().count("serving", threads);
        }
    }

    private static final class Caller extends Region {
        final Lock lock;
        final CountCell ticket;
        final ProgramCounter counter = new ProgramCounter(cells(), "counter");

        Caller(CellScope scope, Lock lock, int threads) {
            super(scope);
            this.lock = lock;
            this.ticket = cells().count("ticket", threads);
        }
    }
}
