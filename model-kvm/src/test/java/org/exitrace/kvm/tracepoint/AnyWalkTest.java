package org.exitrace.kvm.tracepoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.step.Step;

/** What holds of the events of any walk through a vCPU's loop, however long ago they were. */
class AnyWalkTest {

    private static final int MOST_STEPS = 400;
    private static final Set<VcpuEvent> EXITS =
            EnumSet.of(VcpuEvent.EXIT, VcpuEvent.EXIT_HLT, VcpuEvent.EXIT_VMGEXIT);
    private static final Set<VcpuEvent> BY_PAGE =
            EnumSet.of(VcpuEvent.GHCB_ENTER, VcpuEvent.GHCB_HLT, VcpuEvent.GHCB_HOLD);
    private static final Set<VcpuEvent> BY_MSR =
            EnumSet.of(VcpuEvent.MSR_ENTER, VcpuEvent.MSR_HOLD);
    private static final Set<VcpuEvent> MSR_ENDS =
            EnumSet.of(VcpuEvent.MSR_EXIT, VcpuEvent.MSR_UNKNOWN);

    private static List<VcpuEvent> walk(boolean posted, long seed) {
        List<VcpuEvent> told = new ArrayList<>();
        new Run(VcpuLoop.model(posted), new RandomChoice(seed)).atMost(MOST_STEPS)
                .tell(new RunObserver() {
                    @Override
                    public void stepped(Step step, long number, long atNs) {
                        VcpuEvent event = LoopGraph.event(step);
                        if (event != null) {
                            told.add(event);
                        }
                    }
                }).go();
        return told;
    }

    /** An entry that fails ends by KVM_RUN's return. */
    @Property(tries = 200, seed = "5", edgeCases = EdgeCasesMode.NONE)
    void anExitIsThatOfAGuestThatWasEntered(@ForAll boolean posted, @ForAll long seed) {
        boolean inside = false;
        for (VcpuEvent event : walk(posted, seed)) {
            if (EXITS.contains(event)) {
                assertThat(inside).as("exit").isTrue();
                inside = false;
            } else if (event == VcpuEvent.ENTRY) {
                assertThat(inside).as("entry").isFalse();
                inside = true;
            } else if (event == VcpuEvent.USER_EXIT) {
                inside = false;
            }
        }
    }

    @Property(tries = 200, seed = "6", edgeCases = EdgeCasesMode.NONE)
    void aRequestByThePageEndsOnceBeforeTheGuestIsEntered(
            @ForAll boolean posted, @ForAll long seed) {
        boolean open = false;
        for (VcpuEvent event : walk(posted, seed)) {
            if (BY_PAGE.contains(event)) {
                assertThat(open).as("a second request").isFalse();
                open = true;
            } else if (event == VcpuEvent.GHCB_EXIT) {
                assertThat(open).as("an end without a request").isTrue();
                open = false;
            } else if (event == VcpuEvent.ENTRY) {
                assertThat(open).as("an entry with an open request").isFalse();
            }
        }
    }

    /** It is handled without a look at anything else, and without a return to user space. */
    @Property(tries = 200, seed = "7", edgeCases = EdgeCasesMode.NONE)
    void aRequestByTheMsrEndsBeforeItsThreadDoesAnythingElse(
            @ForAll boolean posted, @ForAll long seed) {
        boolean open = false;
        for (VcpuEvent event : walk(posted, seed)) {
            if (BY_MSR.contains(event)) {
                assertThat(open).isFalse();
                open = true;
            } else if (MSR_ENDS.contains(event)) {
                assertThat(open).as("an end without a request").isTrue();
                open = false;
            } else if (event != VcpuEvent.ACCEPT && event != VcpuEvent.START) {
                assertThat(!open || event == VcpuEvent.HANDLED).as(event.name()).isTrue();
            }
        }
    }

    /** Polling is that of a halt, and has an end of which a tracepoint tells. */
    @Property(tries = 200, seed = "8", edgeCases = EdgeCasesMode.NONE)
    void behindPollingComesAWakeup(@ForAll boolean posted, @ForAll long seed) {
        boolean waits = false;
        for (VcpuEvent event : walk(posted, seed)) {
            if (event == VcpuEvent.HALT_POLL) {
                waits = true;
            } else if (event == VcpuEvent.WAKEUP) {
                waits = false;
            } else if (event != VcpuEvent.ACCEPT && event != VcpuEvent.START) {
                assertThat(waits).as(event.name()).isFalse();
            }
        }
    }
}
