package org.exitrace.kvm.apboot;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.exitrace.kvm.vcpu.Kick;
import org.exitrace.kvm.vcpu.Vcpu;

/** The world around the machine: it may send NMIs and interrupts to APs, and block INIT. */
final class Outside extends Region {

    private final ProgramCounter code = new ProgramCounter(cells(), "code");
    private final CountCell count;
    private final CountCell target;
    private final List<Vcpu> vcpus;

    private Outside(CellScope scope, List<Vcpu> vcpus, int times) {
        super(scope);
        this.vcpus = vcpus;
        this.count = cells().count("count", Math.max(1, times - 1));
        this.target = cells().count("target", vcpus.size() - 1);
    }

    static void sendNmis(ModelBuilder model, List<Vcpu> vcpus, int times) {
        Actor actor = model.actor("nmi-source");
        Outside outside = new Outside(model.region("nmi-source"), vcpus, times);
        model.program(actor, outside, outside.code, Routine.named("NMI", "any NMI source",
                code -> code.repeat(times, world -> world.count, one -> {
                    outside.chooseAp(one, "NMI to ap");
                    one.call(Kick.nmi(world -> world.vcpus.get(world.target.get())));
                    one.local(world -> world.target.clear());
                })));
    }

    static void sendInterrupts(ModelBuilder model, List<Vcpu> vcpus, int times) {
        Actor actor = model.actor("irq-source");
        Outside outside = new Outside(model.region("irq-source"), vcpus, times);
        model.program(actor, outside, outside.code, Routine.named("IRQ", "any device",
                code -> code.repeat(times, world -> world.count, one -> {
                    outside.chooseAp(one, "interrupt to ap");
                    one.call(Kick.interrupt(world -> world.vcpus.get(world.target.get())));
                    one.local(world -> world.target.clear());
                })));
    }

    static void blockInit(ModelBuilder model, List<Vcpu> vcpus, int times) {
        Actor actor = model.actor("smi-source");
        Outside outside = new Outside(model.region("smi-source"), vcpus, times);
        model.program(actor, outside, outside.code, Routine.named("SMM", "lapic.c: SMM, GIF = 0",
                code -> code.repeat(times, world -> world.count, one -> {
                    outside.chooseAp(one, "SMI to ap");
                    one.step("INIT is blocked", world -> world.chosen().initBlocked.raise());
                    one.step("INIT is not blocked any more",
                            world -> world.chosen().initBlocked.clear()).after("smm.stay");
                    one.step("KVM_REQ_EVENT: look at INIT again",
                            world -> world.chosen().eventRequest.raise());
                    one.step("kvm_vcpu_kick", world -> world.chosen().kick());
                    one.local(world -> world.target.clear());
                })));
    }

    private Vcpu chosen() {
        return vcpus.get(target.get());
    }

    private void chooseAp(Block<Outside> one, String name) {
        one.either(name, choices -> {
            for (int i = 1; i < vcpus.size(); i++) {
                int ap = i;
                choices.when(name + ap, world -> true, world -> world.target.become(ap))
                        .after("nmi.arrival");
            }
        }).mayRest();
    }
}
