package org.exitrace.psp.host;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/** How the driver gives one command: under its mutex, one at a time. */
public final class Driver {

    private static final String SOURCE = "sev-dev.c __sev_do_cmd_locked, sev_do_cmd";

    private Driver() {
    }

    /** Gives {@code command} with the arguments that {@code fill} writes. */
    public static Routine<HostThread> give(CommandId command, Consumer<HostThread> fill) {
        return Routine.named("sev_do_cmd", SOURCE, code -> code
                .lock("lock sev_cmd_mutex", thread -> thread.mailbox.commandMutex)
                .costs("driver.access")
                .step("write the command buffer", thread -> {
                    thread.mailbox.buffer.id.become(command);
                    fill.accept(thread);
                }).costs("driver.access")
                .step("CmdResp = " + command, thread -> {
                    thread.mailbox.ready.clear();
                    thread.mailbox.doorbell.raise();
                }).costs("driver.access")
                .await("read CmdResp", thread -> thread.mailbox.ready.isSet(), Driver::read)
                .costs("driver.access")
                .unlock("unlock sev_cmd_mutex", thread -> thread.mailbox.commandMutex)
                .costs("driver.access"));
    }

    private static void read(HostThread thread) {
        Status status = thread.mailbox.status.get();
        thread.result.become(status.name());
        if (thread.mailbox.handle.get() != 0) {
            thread.mine.become(thread.mailbox.handle.get());
        }
        thread.answer.become(thread.mailbox.answer.get());
        thread.mailbox.status.clear();
        thread.mailbox.handle.clear();
        thread.mailbox.answer.clear();
        thread.mailbox.buffer.clear();
    }
}
