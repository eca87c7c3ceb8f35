package org.exitrace.psp.conformance;

import java.util.List;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Step;
import org.exitrace.psp.PspMachine;
import org.exitrace.psp.command.CommandBuffer;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.command.Refusal;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.host.SecureProcessor;

/**
 * Takes the enabled step that was declared first, and notes before each step in which the firmware
 * handles the watched command what there is to refuse. What it noted last is what was so just
 * before the answer was found. Before the firmware has copied the command, refusals are asked on a
 * copy of the machine that has: what is looked at first is to win over what lies in the buffer.
 */
final class HandlingWatch implements Scheduler {
    private final PspMachine machine;
    private final PspMachine copy;
    private final Handler handler;
    private final String steps;
    private final MailboxWatch mailbox;
    private List<Refusal> applying = List.of();
    private List<Refusal> applyingAtFirst = List.of();
    private boolean handling;

    /** Watches {@code machine}; {@code copy} is another one just like it. */
    HandlingWatch(PspMachine machine, PspMachine copy, Handler handler) {
        this.machine = machine;
        this.copy = copy;
        this.handler = handler;
        this.steps = handler.command().name() + ":";
        this.mailbox = new MailboxWatch(machine, this::seen, handler);
    }

    @Override
    public Step next(Enabled enabled) {
        Step step = enabled.get(0);
        mailbox.sees(step.name());
        boolean first = !handling;
        boolean copying = isBeforeTheCopy(step.name())
                && machine.firmware().commandId.is(handler.command());
        handling = copying || step.name().startsWith(steps);
        if (handling && !machine.firmware().isRefused()) {
            Firmware asked = copying ? copied() : machine.firmware();
            applying = handler.refusals().stream()
                    .filter(refusal -> applies(refusal, asked)).toList();
            applyingAtFirst = first ? applying : applyingAtFirst;
        }
        return step;
    }

    private static boolean isBeforeTheCopy(String step) {
        return step.endsWith(": " + CommandBuffer.LOOK)
                || step.endsWith(": " + SecureProcessor.COPIES);
    }

    /** What the mailbox itself may refuse. */
    MailboxWatch mailbox() {
        return mailbox;
    }

    private Firmware copied() {
        load();
        copy.firmware().takeCommand();
        return copy.firmware();
    }

    private Firmware seen() {
        load();
        copy.processor().see();
        copy.processor().readAddress();
        return copy.firmware();
    }

    private void load() {
        copy.model().frame().load(machine.model().frame().snapshot(), 0);
    }

    /** A question that cannot be asked, such as one about the guest of a bad handle, is no. */
    private static boolean applies(Refusal refusal, Firmware asked) {
        try {
            return refusal.applies().test(asked);
        } catch (IndexOutOfBoundsException noSuchThing) {
            return false;
        }
    }

    /**
     * Whether {@code refusal} applied also before the command's first step: what a command does
     * can make true what it looked at before.
     */
    boolean appliedAtFirst(Refusal refusal) {
        return applyingAtFirst.contains(refusal);
    }

    /** Whether {@code refusal} applied just before the command's last answer was found. */
    boolean applied(Refusal refusal) {
        return applying.contains(refusal);
    }
}
