package org.exitrace.benchmarks;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;

/**
 * Guests on one host, for ever: each has some vCPUs that leave and enter it, and a host thread that
 * sends page after page to the one firmware, whose mailbox is behind one mutex. Made to measure
 * timed runs in which many wait for one.
 */
final class MailboxGuests {

    private static final int MOST_ACTORS = 10_000;
    private static final String ORIGIN = "made up, to measure the loop";

    private static final Routine<Thread> SENDS = Routine.named("send", "ours",
            code -> code.forever(body -> body
                    .pause("prepares a page").costs("host.page")
                    .lock("takes the mutex", me -> me.mailbox.mutex).costs("host.access")
                    .step("rings", me -> me.mailbox.rung.raise()).costs("host.access")
                    .await("sees the answer", me -> me.mailbox.answered.isSet(),
                            me -> me.mailbox.answered.clear()).costs("host.access")
                    .unlock("gives the mutex back", me -> me.mailbox.mutex)
                    .costs("host.access")));

    private static final Routine<Thread> RUNS = Routine.named("run", "ours",
            code -> code.forever(body -> body
                    .pause("enters").costs("guest.work")
                    .pause("exits").costs("host.exit")));

    private MailboxGuests() {
    }

    /** So many guests with so many vCPUs each. */
    static Model of(int guests, int vcpus) {
        ModelBuilder model = new ModelBuilder("mailbox", Design.usual(List.of()));
        Mailbox mailbox = new Mailbox(model.region("mailbox"));
        Actor firmware = model.actor("firmware");
        model.on(firmware, mailbox).step("executes").costs("psp.command")
                .when(box -> box.rung.isSet())
                .then(box -> {
                    box.rung.clear();
                    box.answered.raise();
                });
        for (int i = 0; i < guests; i++) {
            thread(model, "host" + i, mailbox, SENDS);
            for (int k = 0; k < vcpus; k++) {
                thread(model, "guest" + i + ".vcpu" + k, mailbox, RUNS);
            }
        }
        return model.build();
    }

    private static void thread(
            ModelBuilder model, String name, Mailbox mailbox, Routine<Thread> text) {
        Thread thread = new Thread(model.region(name), mailbox);
        model.program(model.actor(name), thread, thread.counter, text);
    }

    /** A page is sent in the time of some exits. */
    static TimingProfile profile() {
        return TimingProfile.named("measuring")
                .with("guest.work", Duration.uniform(2_000, 40_000), ORIGIN)
                .with("host.exit", Duration.uniform(1_000, 4_000), ORIGIN)
                .with("host.page", Duration.uniform(10_000, 50_000), ORIGIN)
                .with("host.access", Duration.constant(60), ORIGIN)
                .with("psp.command", Duration.uniform(40_000, 60_000), ORIGIN);
    }

    private static final class Mailbox extends Region {
        final MutexCell mutex = new MutexCell(cells(), "mutex", MOST_ACTORS);
        final FlagCell rung = cells().flag("rung");
        final FlagCell answered = cells().flag("answered");

        Mailbox(CellScope scope) {
            super(scope);
        }
    }

    private static final class Thread extends Region {
        final Mailbox mailbox;
        final ProgramCounter counter = new ProgramCounter(cells(), "counter");

        Thread(CellScope scope, Mailbox mailbox) {
            super(scope);
            this.mailbox = mailbox;
        }
    }
}
