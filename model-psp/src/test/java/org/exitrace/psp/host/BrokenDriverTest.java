package org.exitrace.psp.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.PspMachine;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;
import org.junit.jupiter.api.Test;

/** The promises of the mailbox that no design breaks notice a driver that takes no mutex. */
class BrokenDriverTest {

    private static final FirmwareBounds SMALL = new FirmwareBounds(1, 1, 1, 1, 1, 0);

    @Test
    void noticesTwoCommandsAtOnce() {
        assertThat(broken(new Driver(false, true).giveLocked(CommandId.NOP, thread -> { })))
                .contains("one-command").doesNotContain("dead-for-ever");
    }

    @Test
    void noticesACommandThatIsGivenToADeadPsp() {
        assertThat(broken(new Driver(true, true).giveLocked(CommandId.NOP, thread -> { })))
                .contains("dead-for-ever");
    }

    @Test
    void noticesNeitherWhereTheMutexIsTaken() {
        assertThat(broken(new Driver(true, true).give(CommandId.NOP, thread -> { })))
                .doesNotContain("one-command", "dead-for-ever");
    }

    private static List<String> broken(Routine<HostThread> command) {
        return new Exploration(twoThatGive(command)).go().broken().stream()
                .map(verdict -> verdict.property().id()).toList();
    }

    private static Model twoThatGive(Routine<HostThread> command) {
        ModelBuilder model = new ModelBuilder("psp", PspMachine.usualDesign());
        Firmware firmware = new Firmware(model, SMALL);
        Mailbox mailbox = new Mailbox(model.region("mailbox"), firmware.staging);
        DriverState driver = new DriverState(model.region("driver"), SMALL);
        SecureProcessor psp =
                new SecureProcessor(model.region("processor"), mailbox, driver, firmware);
        model.program(model.actor("psp"), psp, psp.counter,
                SecureProcessor.loop(new Commands(SMALL)));
        InterruptHandler irq = new InterruptHandler(model.region("irq"), mailbox, driver);
        model.program(model.actor("irq"), irq, irq.counter, InterruptHandler.loop());
        SharedWords words = new SharedWords(model.region("memory"));
        for (String name : List.of("host0", "host1")) {
            HostThread thread =
                    new HostThread(model.region(name), mailbox, driver, words, firmware);
            Standing standing = new Standing(model.region(name + ".standing"));
            model.program(model.actor(name), thread, standing.counter, command);
        }
        MailboxPromises.declare(model, mailbox, driver, firmware);
        return model.build();
    }

    private static final class Standing extends Region {
        private final ProgramCounter counter = new ProgramCounter(cells(), "at");

        Standing(CellScope scope) {
            super(scope);
        }
    }
}
