package org.exitrace.psp.host;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * The PSP: waits for a command, copies it once, handles it to its end, answers. Nothing stops it on
 * the way, whether somebody still waits or not.
 */
public final class SecureProcessor extends Region {

    private static final String SOURCE = "SEV firmware, f.1, f.2";

    /** Where it stands; idle once it has stopped for good. */
    public final ProgramCounter counter = new ProgramCounter(cells(), "at");

    private final Mailbox mailbox;
    private final DriverState driver;
    private final Firmware firmware;

    /** Declares its cells in {@code scope}. */
    public SecureProcessor(
            CellScope scope, Mailbox mailbox, DriverState driver, Firmware firmware) {
        super(scope);
        this.mailbox = mailbox;
        this.driver = driver;
        this.firmware = firmware;
    }

    /** What it does for ever. */
    public static Routine<SecureProcessor> loop(Commands commands) {
        return Routine.named("psp", SOURCE, code -> code.forever(body -> {
            body.await("sees the doorbell", psp -> psp.mailbox.doorbell.isSet(),
                            psp -> psp.mailbox.doorbell.clear()).mayRest().costs("psp.access")
                    .step("copies the command buffer",
                            psp -> psp.firmware.command.take(psp.mailbox.buffer))
                    .costs("psp.copy")
                    .call(psp -> psp.firmware, commands.dispatch())
                    .when(SecureProcessor::writesBack, back -> back
                            .step("writes the command buffer", SecureProcessor::writeBack)
                            .costs("psp.copy"));
            answer(body);
        }));
    }

    private static void answer(Block<SecureProcessor> body) {
        body.step("CmdResp = status, ready", SecureProcessor::respond).costs("psp.access")
                .step("INTSTS: command complete", psp -> psp.mailbox.intStatus.raise())
                .costs("psp.access")
                .step("raises the interrupt", psp -> psp.mailbox.irq.raise())
                .costs("psp.access");
    }

    /** The write-back set: also where a buffer was too short, to tell the length it wants. */
    private static boolean writesBack(SecureProcessor psp) {
        CommandId command = psp.firmware.command.id.get();
        Status status = psp.firmware.status.get();
        return status == Status.SUCCESS && (command.writesBuffer() || hasAnswer(psp.firmware))
                || status == Status.INVALID_LENGTH && command.tellsNeededLength();
    }

    private static boolean hasAnswer(Firmware firmware) {
        return firmware.handle.get() != 0 || !firmware.answer.is(0);
    }

    private static void writeBack(SecureProcessor psp) {
        psp.mailbox.handle.become(psp.firmware.handle.get());
        psp.mailbox.answer.become(psp.firmware.answer.get());
        if (psp.driver.givenUp.isSet()) {
            psp.driver.lateWrite.raise();
        }
    }

    private static void respond(SecureProcessor psp) {
        psp.mailbox.status.become(psp.firmware.status.get());
        psp.mailbox.ready.raise();
        if (psp.driver.givenUp.isSet()) {
            psp.driver.givenUp.clear();
            if (!psp.firmware.isRefused()) {
                psp.driver.lateSuccess.raise();
            }
        }
        psp.firmware.status.clear();
        psp.firmware.handle.clear();
        psp.firmware.answer.clear();
        psp.firmware.command.clear();
    }
}
