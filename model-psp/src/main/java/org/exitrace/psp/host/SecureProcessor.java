package org.exitrace.psp.host;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.firmware.Firmware;

/** The PSP: waits for a command, copies it once, handles it to its end, answers. */
public final class SecureProcessor extends Region {

    private static final String SOURCE = "SEV firmware, f.2";

    /** Where it stands. */
    public final ProgramCounter counter = new ProgramCounter(cells(), "at");

    private final Mailbox mailbox;
    private final Firmware firmware;

    /** Declares its program counter in {@code scope}. */
    public SecureProcessor(CellScope scope, Mailbox mailbox, Firmware firmware) {
        super(scope);
        this.mailbox = mailbox;
        this.firmware = firmware;
    }

    /** What it does for ever. */
    public static Routine<SecureProcessor> loop(Commands commands) {
        return Routine.named("psp", SOURCE, code -> code.forever(body -> body
                .await("sees the doorbell", psp -> psp.mailbox.doorbell.isSet(),
                        psp -> psp.mailbox.doorbell.clear()).mayRest().costs("psp.access")
                .step("copies the command buffer",
                        psp -> psp.firmware.command.take(psp.mailbox.buffer)).costs("psp.copy")
                .call(psp -> psp.firmware, commands.dispatch())
                .when(SecureProcessor::hasAnswer, back -> back
                        .step("copies the answer back", SecureProcessor::copyBack)
                        .costs("psp.copy"))
                .step("CmdResp = status, ready", SecureProcessor::answer).costs("psp.access")));
    }

    private static boolean hasAnswer(SecureProcessor psp) {
        return psp.firmware.handle.get() != 0 || !psp.firmware.answer.is(0);
    }

    private static void copyBack(SecureProcessor psp) {
        psp.mailbox.handle.become(psp.firmware.handle.get());
        psp.mailbox.answer.become(psp.firmware.answer.get());
    }

    private static void answer(SecureProcessor psp) {
        psp.mailbox.status.become(psp.firmware.status.get());
        psp.mailbox.ready.raise();
        psp.firmware.status.clear();
        psp.firmware.handle.clear();
        psp.firmware.answer.clear();
        psp.firmware.command.clear();
    }
}
