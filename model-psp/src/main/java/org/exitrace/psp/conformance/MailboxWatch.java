package org.exitrace.psp.conformance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.exitrace.psp.PspMachine;
import org.exitrace.psp.command.CommandBuffer;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.host.MailboxCheck;
import org.exitrace.psp.host.SecureProcessor;

/**
 * Notes at each step of a call in which the mailbox may end it what there is to refuse, and which
 * of these steps was the last.
 */
final class MailboxWatch {
    private final PspMachine machine;
    private final Supplier<Firmware> seen;
    private final Handler handler;
    private final Set<String> applying = new LinkedHashSet<>();
    private MailboxCheck last;

    /** Watches {@code machine}; {@code seen} gives its firmware as it is behind the doorbell. */
    MailboxWatch(PspMachine machine, Supplier<Firmware> seen, Handler handler) {
        this.machine = machine;
        this.seen = seen;
        this.handler = handler;
    }

    /** The step of that name is about to be taken. */
    void sees(String step) {
        MailboxCheck.in(step, machine.driver(), machine.firmware()).ifPresent(check -> {
            if (check == MailboxCheck.PSP_DEAD) {
                applying.clear();
            }
            last = check;
            note(step.endsWith(": " + SecureProcessor.SEES) ? seen.get() : machine.firmware());
        });
    }

    private void note(Firmware asked) {
        for (MailboxCheck check : MailboxCheck.values()) {
            if (check.applies(machine.driver(), machine.firmware())) {
                applying.add(check.word());
            }
        }
        if (asked.commandId.is(handler.command())
                && CommandBuffer.PAGE.applies().test(asked)) {
            applying.add(CommandBuffer.PAGE.check());
        }
    }

    /** Why a call that gave what {@code checks} tell did not do so for their reason, or nothing. */
    String whetherFirst(List<String> checks) {
        for (String check : checks) {
            if (!applying.contains(check)) {
                return "gave what it must, but '" + check + "' was not violated";
            }
        }
        return last.word().equals(checks.get(0)) ? ""
                : "gave what it must, but for '" + last.word() + "'";
    }
}
