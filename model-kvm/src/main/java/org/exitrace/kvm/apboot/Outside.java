package org.exitrace.kvm.apboot;

import java.util.List;
import java.util.function.Consumer;
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
        happen(model, "nmi-source", vcpus, times, "NMI", "any NMI source",
                one -> one.call(Kick.nmi(Outside::chosen)));
    }

    static void sendInterrupts(ModelBuilder model, List<Vcpu> vcpus, int times) {
        happen(model, "irq-source", vcpus, times, "interrupt", "any device",
                one -> one.call(Kick.interrupt(Outside::chosen)));
    }

    static void blockInit(ModelBuilder model, List<Vcpu> vcpus, int times) {
        happen(model, "smi-source", vcpus, times, "SMI", "lapic.c: SMM, GIF = 0", one -> {
            one.step("INIT is blocked", world -> world.chosen().initBlocked.raise());
            one.step("INIT is not blocked any more",
                    world -> world.chosen().initBlocked.clear()).after("smm.stay");
            Kick.event(Outside::chosen).accept(one);
        });
    }

    /** Lets an actor do something to an AP of its choice, at any time, so many times. */
    private static void happen(
            ModelBuilder model, String actorName, List<Vcpu> vcpus, int times, String what,
            String source, Consumer<Block<Outside>> text) {
        Actor actor = model.actor(actorName);
        Outside outside = new Outside(model.region(actorName), vcpus, times);
        model.program(actor, outside, outside.code, Routine.named(what, source,
                code -> code.repeat(times, world -> world.count, one -> {
                    outside.chooseAp(one, what + " to ap");
                    text.accept(one);
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
