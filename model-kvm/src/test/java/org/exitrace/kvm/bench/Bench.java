package org.exitrace.kvm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.EntryPoint;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellChange;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;
import org.exitrace.kvm.sev.JumpTable;
import org.exitrace.kvm.vcpu.Vcpu;

/**
 * A VM with a bootstrap processor and two APs, one of which runs one routine, alone. The test sets
 * cells by hand, starts the routine, and looks at the cells.
 */
public final class Bench {

    private static final int MOST_STEPS = 200;
    private static final EntryPoint VECTOR = new EntryPoint("vector");

    /** The bootstrap processor. */
    public final Vcpu bsp;

    /** The first AP. */
    public final Vcpu ap;

    /** The second AP. */
    public final Vcpu other;

    private final Model model;
    private final ProgramCounter thread;
    private final ProgramCounter guestCode;

    private Bench(int runner, BiFunction<List<Vcpu>, JumpTable, Routine<Vcpu>> routine) {
        ModelBuilder builder = new ModelBuilder("bench", Design.usual(List.of()));
        List<Vcpu> vcpus = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            vcpus.add(new Vcpu(builder.region("vcpu[" + i + "]"), i, 3, true));
        }
        bsp = vcpus.get(0);
        ap = vcpus.get(1);
        other = vcpus.get(2);
        Vcpu own = vcpus.get(runner);
        Actor actor = builder.actor("thread");
        thread = own.thread();
        JumpTable table = new JumpTable(builder.region("vm"));
        builder.program(actor, own, thread, routine.apply(vcpus, table)).startsIdle();
        guestCode = new ProgramCounter(builder.region("guest"), "code");
        own.guest.executes(guestCode, VECTOR);
        builder.program(builder.actor("guest"), own, guestCode, Routine.named("guest", "",
                code -> code.pause("begin").pause("at the vector").entry(VECTOR)))
                .startsIdle().onlyWhile(vcpu -> false);
        model = builder.build();
    }

    /** The first AP's thread is to run {@code routine}. */
    public static Bench ofAp(Routine<Vcpu> routine) {
        return new Bench(1, (vcpus, table) -> routine);
    }

    /** The first AP's thread is to run what {@code routine} makes for all vCPUs. */
    public static Bench ofAp(Function<List<Vcpu>, Routine<Vcpu>> routine) {
        return new Bench(1, (vcpus, table) -> routine.apply(vcpus));
    }

    /** The same, and it is given the VM's jump-table address too. */
    public static Bench ofAp(BiFunction<List<Vcpu>, JumpTable, Routine<Vcpu>> routine) {
        return new Bench(1, routine);
    }

    /** The bootstrap processor's thread is to run what {@code routine} makes for all vCPUs. */
    public static Bench ofBsp(Function<List<Vcpu>, Routine<Vcpu>> routine) {
        return new Bench(0, (vcpus, table) -> routine.apply(vcpus));
    }

    /** Starts the routine and takes all steps that can be taken; gives their names. */
    public List<String> run() {
        thread.start();
        return goOn();
    }

    /** Starts the routine and takes {@code count} steps. */
    public List<String> run(int count) {
        thread.start();
        return goOn(count);
    }

    /** Takes all steps that can be taken, a bounded number; gives their names. */
    public List<String> goOn() {
        return goOn(MOST_STEPS);
    }

    /** Takes {@code most} steps, or all that can be taken; gives their names. */
    public List<String> goOn(int most) {
        List<String> names = new ArrayList<>();
        Step[] enabled = model.stepBuffer();
        while (names.size() < most && model.enabled(enabled) > 0) {
            enabled[0].fire();
            names.add(enabled[0].name());
        }
        return names;
    }

    /** Whether the routine has ended; if not, it waits for something. */
    public boolean isDone() {
        return thread.isIdle();
    }

    /** Whether a SIPI has set the guest's instruction pointer to its vector. */
    public boolean isAtVector() {
        return guestCode.isAt("guest: at the vector");
    }

    /** What stands otherwise than {@code before}, in words. */
    public List<String> changes(long[] before) {
        return model.layout().diff(before, snapshot()).stream()
                .map(CellChange::toString)
                .toList();
    }

    /** The state now. */
    public long[] snapshot() {
        return model.frame().snapshot();
    }
}
