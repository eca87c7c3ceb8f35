package org.exitrace.psp.host;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The CPU that takes the PSP's interrupt: read and clear the status, then look for the answer. */
public final class InterruptHandler extends Region {

    /** Where it stands. */
    public final ProgramCounter counter = new ProgramCounter(cells(), "at");

    private final FlagCell status = cells().flag("status");
    private final Mailbox mailbox;
    private final DriverState driver;

    /** Declares its cells in {@code scope}. */
    public InterruptHandler(CellScope scope, Mailbox mailbox, DriverState driver) {
        super(scope);
        this.mailbox = mailbox;
        this.driver = driver;
    }

    /** What it does at each interrupt. */
    public static Routine<InterruptHandler> loop() {
        return Routine.named("psp_irq_handler",
                "psp-dev.c psp_irq_handler; sev-dev.c sev_irq_handler",
                code -> code.forever(body -> body
                        .await("interrupt", me -> me.mailbox.irq.isSet(),
                                me -> me.mailbox.irq.clear()).mayRest().costs("irq.delivery")
                        .step("read INTSTS", me -> me.status.become(me.mailbox.intStatus.isSet()))
                        .costs("driver.register")
                        .step("write INTSTS back", InterruptHandler::clear)
                        .costs("driver.register")
                        .when(me -> me.status.isSet(), sev -> sev
                                .local(me -> me.status.clear())
                                .test("read CmdResp: ready?", me -> me.mailbox.ready.isSet(),
                                        answered -> answered
                                                .step("int_rcvd = 1, wake the waiter",
                                                        me -> me.driver.intRcvd.raise())
                                                .costs("driver.access"))
                                .costs("driver.register"))));
    }

    private static void clear(InterruptHandler me) {
        if (me.status.isSet()) {
            me.mailbox.intStatus.clear();
        }
    }
}
