package org.exitrace.psp.conformance;

import java.util.List;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Step;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.command.Refusal;
import org.exitrace.psp.firmware.Firmware;

/**
 * Takes the enabled step that was declared first, and notes before each step in which the firmware
 * handles the watched command what there is to refuse. What it noted last is what was so just
 * before the answer was found.
 */
final class HandlingWatch implements Scheduler {
    private final Firmware firmware;
    private final Handler handler;
    private final String steps;
    private List<Refusal> applying = List.of();
    private List<Refusal> applyingAtFirst = List.of();
    private boolean handling;

    HandlingWatch(Firmware firmware, Handler handler) {
        this.firmware = firmware;
        this.handler = handler;
        this.steps = handler.command().name() + ":";
    }

    @Override
    public Step next(Enabled enabled) {
        Step step = enabled.get(0);
        boolean first = !handling;
        handling = step.name().startsWith(steps);
        if (handling && !firmware.isRefused()) {
            applying = handler.refusals().stream().filter(this::applies).toList();
            applyingAtFirst = first ? applying : applyingAtFirst;
        }
        return step;
    }

    /** A question that cannot be asked, such as one about the guest of a bad handle, is no. */
    private boolean applies(Refusal refusal) {
        try {
            return refusal.applies().test(firmware);
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
