package org.exitrace.kvm.sev;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.step.Step;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.kvm.vcpu.Vcpu;
import org.junit.jupiter.api.Test;

/** The one word of a VM by which firmware tells the OS where the jump table is. */
class JumpTableTest {

    private Vcpu vcpu;

    private void run(boolean set) {
        ModelBuilder builder = new ModelBuilder("vm", Design.usual(List.of()));
        JumpTable table = new JumpTable(builder.region("vm"));
        vcpu = new Vcpu(builder.region("vcpu[0]"), 0, 1);
        builder.program(builder.actor("bsp"), vcpu, vcpu.thread(),
                Routine.<Vcpu>named("twice", "", code -> {
                    if (set) {
                        code.call(table.set()).local(this::askAfter);
                    }
                    code.call(table.get());
                }));
        Model model = builder.build();
        vcpu.guest.leave(set ? GuestExit.AP_JUMP_TABLE_SET : GuestExit.AP_JUMP_TABLE_GET);
        vcpu.guest.exitInfo2.become(1);
        Step[] enabled = model.stepBuffer();
        while (model.enabled(enabled) > 0) {
            enabled[0].fire();
        }
    }

    private void askAfter(Vcpu one) {
        assertThat(one.guest.exitInfo2.get()).as("0 stands for success").isZero();
        one.guest.leave(GuestExit.AP_JUMP_TABLE_GET);
    }

    @Test
    void whatTheGuestHasSetItGets() {
        run(true);
        assertThat(vcpu.guest.exitInfo2.get()).isEqualTo(1);
        assertThat(vcpu.guest.exit.get()).isEqualTo(GuestExit.NONE);
    }

    @Test
    void whoeverAsksBeforeGetsZero() {
        run(false);
        assertThat(vcpu.guest.exitInfo2.get()).isZero();
        assertThat(vcpu.guest.exit.get()).isEqualTo(GuestExit.NONE);
    }
}
