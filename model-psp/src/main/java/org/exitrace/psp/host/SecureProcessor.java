package org.exitrace.psp.host;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.command.CommandBuffer;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.Status;

/**
 * The PSP: waits for a command, copies it once, handles it to its end, answers. Nothing stops it on
 * the way, whether somebody still waits or not.
 */
public final class SecureProcessor extends Region {

    /** The step in which it copies the command, looks at it, and does what needs no access. */
    public static final String COPIES = "copies the command buffer";
    /** The step in which it notices that there is a command. */
    public static final String SEES = "sees the doorbell";

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
            body.await(SEES, SecureProcessor::hearsDoorbell, SecureProcessor::see)
                    .mayRest().costs("psp.access")
                    .call(psp -> psp.firmware, Commands.admit())
                    .when(psp -> !psp.firmware.isRefused(), admitted -> find(admitted, commands));
            answer(body);
        }));
    }

    private static void find(Block<SecureProcessor> code, Commands commands) {
        code.step("reads CmdBufAddr_Lo", SecureProcessor::readAddress).costs("psp.access")
                .pause("reads CmdBufAddr_Hi").costs("psp.access")
                .call(psp -> psp.firmware, CommandBuffer.look())
                .when(psp -> !psp.firmware.isRefused(), found -> work(found, commands));
    }

    private static void work(Block<SecureProcessor> code, Commands commands) {
        code.step(COPIES, psp -> psp.firmware.takeCommand())
                .costs("psp.command")
                .call(psp -> psp.firmware, commands.handle())
                .when(SecureProcessor::writesBack, back -> back
                        .step("writes the command buffer", SecureProcessor::writeBack)
                        .costs("psp.copy"))
                .when(psp -> CommandBuffer.counts(psp.firmware), page -> page
                        .call(psp -> psp.firmware, Routine.named("psp", SOURCE,
                                CommandBuffer::giveBack)));
    }

    private static boolean hearsDoorbell(SecureProcessor psp) {
        return psp.mailbox.doorbell.isSet()
                && !psp.firmware.settings.has(HostSetting.PSP_HUNG);
    }

    /** The command register tells which command it is. */
    public void see() {
        mailbox.doorbell.clear();
        firmware.commandId.become(mailbox.command.get());
    }

    /** The address registers, which are one cell, tell where its buffer lies. */
    public void readAddress() {
        firmware.commandPage.become(mailbox.address.get());
    }

    private static void answer(Block<SecureProcessor> body) {
        body.step("CmdResp = status, ready", SecureProcessor::respond).costs("psp.access")
                .when(psp -> psp.driver.kernel.wantsInterrupts(), asked -> asked
                        .step("INTSTS: command complete", psp -> psp.mailbox.intStatus.raise())
                        .costs("psp.access")
                        .step("raises the interrupt", psp -> psp.mailbox.irq.raise())
                        .costs("psp.access"));
    }

    /** The write-back set: also where a buffer was too short, to tell the length it wants. */
    private static boolean writesBack(SecureProcessor psp) {
        CommandId command = psp.firmware.commandId.get();
        Status status = psp.firmware.status.get();
        return status == Status.SUCCESS && (command.writesBuffer() || hasAnswer(psp.firmware))
                || status == Status.INVALID_LENGTH && command.tellsNeededLength();
    }

    private static boolean hasAnswer(Firmware firmware) {
        return firmware.handle.get() != 0 || !firmware.answer.is(0);
    }

    private static void writeBack(SecureProcessor psp) {
        if (psp.firmware.settings.has(HostSetting.COPY_BACK_FAILS)) {
            psp.firmware.status.become(Status.FW_INTERNAL);
            return;
        }
        if (psp.firmware.commandId.get().isCopiedBack()) {
            psp.firmware.reachStaging();
        }
        psp.firmware.staging.handle.become(psp.firmware.handle.get());
        psp.firmware.staging.answer.become(psp.firmware.answer.get());
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
        psp.firmware.forgetCommand();
    }
}
