package org.exitrace.psp.host;

import java.util.function.Consumer;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.AtOnce;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.step.Actor;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * Firmware without a mailbox, for models of those who give it commands: each command is one step
 * of its caller, who has {@code sev_cmd_mutex} meanwhile. What can happen inside is searched where
 * the mailbox is modelled, with its staging pages, ring mode and timeouts.
 */
public final class WholeCommands {

    private final Firmware firmware;
    private final AtOnce<Firmware> handling;
    private final Commands commands;

    /** Declares in {@code model} what handles the commands of {@code firmware}. */
    public WholeCommands(ModelBuilder model, Firmware firmware) {
        this.firmware = firmware;
        ProgramCounter counter = new ProgramCounter(model.region("psp.handling"), "at");
        commands = new Commands(firmware.bounds);
        handling = model.atOnce(new Actor(0, "psp"), firmware, counter,
                commands.handle());
    }

    /** Gives {@code command} with the arguments that {@code fill} writes, and waits. */
    public Answer give(CommandId command, Consumer<CommandCells> fill) {
        firmware.commandId.become(command);
        fill.accept(firmware.command);
        handling.run();
        Answer answer = new Answer(
                firmware.status.get(), firmware.handle.get(), firmware.answer.get());
        firmware.forgetCommand();
        return answer;
    }

    /** Gives {@code command} with the flaw {@code check} of its input, and waits. */
    public Answer giveFlawed(CommandId command, String check, Consumer<CommandCells> fill) {
        int flaw = commands.handler(command).flaws().indexOf(check);
        return give(command, buffer -> {
            fill.accept(buffer);
            buffer.flaws.add(flaw);
        });
    }

    /** All cores execute WBINVD. */
    public void writeBackEverywhere() {
        firmware.ccxs.forEach(ccx -> ccx.wbinvdDone.become(
                (1L << firmware.bounds.coresPerCcx()) - 1));
    }

    /**
     * What a command gave.
     *
     * @param status whether it succeeded, or why not
     * @param handle of a new guest; 0 for none
     * @param value what it gave beside: a status, a measurement; 0 for nothing
     */
    public record Answer(Status status, int handle, long value) {

        /** Whether it succeeded. */
        public boolean succeeded() {
            return status == Status.SUCCESS;
        }
    }
}
