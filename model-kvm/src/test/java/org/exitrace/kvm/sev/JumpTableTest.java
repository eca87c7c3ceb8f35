package org.exitrace.kvm.sev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Step;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.kvm.vcpu.Vcpu;
import org.junit.jupiter.api.Test;

/** The one word of a VM by which firmware tells the OS where the jump table is. */
class JumpTableTest {

    private static final int OTHER = 2;

    private Vcpu vcpu;

    /** Makes these requests one after the other; each is its {@code SW_EXITINFO1} and 2. */
    private void run(int[]... requests) {
        ModelBuilder builder = new ModelBuilder("vm", Design.usual(List.of()));
        JumpTable table = new JumpTable(builder.region("vm"));
        vcpu = new Vcpu(builder.region("vcpu[0]"), 0, 1, true);
        builder.program(builder.actor("bsp"), vcpu, vcpu.thread(),
                Routine.<Vcpu>named("exits", "", code -> {
                    for (int[] request : requests) {
                        code.step("asks", one ->
                                one.guest.askForJumpTable(request[0], request[1]));
                        code.call(table.handle());
                    }
                    code.pause("ends");
                }));
        Model model = builder.build();
        Step[] enabled = model.stepBuffer();
        while (model.enabled(enabled) > 0) {
            enabled[0].fire();
        }
        assertThat(vcpu.guest.exit.get()).isEqualTo(GuestExit.NONE);
    }

    private void answers(int exitInfo1, int exitInfo2) {
        assertThat(vcpu.guest.exitInfo1.get()).isEqualTo(exitInfo1);
        assertThat(vcpu.guest.exitInfo2.get()).isEqualTo(exitInfo2);
    }

    @Test
    void whatTheGuestHasSetItGetsWhateverItIs() {
        for (int address = 0; address <= 3; address++) {
            run(new int[] {ApJumpTable.SET, address}, new int[] {ApJumpTable.GET, 0});
            answers(GhcbReply.NO_ACTION, address);
        }
    }

    @Test
    void settingGivesNothingBack() {
        run(new int[] {ApJumpTable.SET, 2});
        answers(GhcbReply.NO_ACTION, 0);
    }

    @Test
    void whoeverAsksBeforeGetsZero() {
        run(new int[] {ApJumpTable.GET, 1});
        answers(GhcbReply.NO_ACTION, 0);
    }

    @Test
    void anyOtherRequestIsRefusedAndLeavesTheAddress() {
        run(new int[] {ApJumpTable.SET, 2}, new int[] {OTHER, 1});
        answers(GhcbReply.MALFORMED_INPUT, GhcbReply.INVALID_INPUT);
        run(new int[] {ApJumpTable.SET, 2}, new int[] {OTHER, 1}, new int[] {ApJumpTable.GET, 0});
        answers(GhcbReply.NO_ACTION, 2);
    }
}
