package org.exitrace.psp.conformance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.psp.PspMachine;
import org.exitrace.psp.command.CommandBuffer;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.host.MailboxCheck;

/**
 * Notes at each step of a call in which the mailbox may end it what there is to refuse, and which
 * of these steps was the last.
 */
final class MailboxWatch {
    private final PspMachine machine;
    private final Handler handler;
    private final Set<String> applying = new LinkedHashSet<>();
    private MailboxCheck last;

    MailboxWatch(PspMachine machine, Handler handler) {
        this.machine = machine;
        this.handler = handler;
    }

    /** The step of that name is about to be taken. */
    void sees(String step) {
        MailboxCheck.in(step).ifPresent(check -> {
            if (check == MailboxCheck.PSP_DEAD) {
                applying.clear();
            }
            last = check;
            note();
        });
    }

    private void note() {
        for (MailboxCheck check : MailboxCheck.values()) {
            if (check.applies(machine.driver(), machine.firmware())) {
                applying.add(check.word());
            }
        }
        if (machine.firmware().commandId.is(handler.command())
                && CommandBuffer.PAGE.applies().test(machine.firmware())) {
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
