package org.exitrace.kvm.mirrorvmm;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.kvm.host.KvmHost;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.machine.HostPromises;
import org.exitrace.kvm.machine.KvmHostMachine;
import org.exitrace.kvm.mirrorvmm.design.MirrorDesign;

/** The one factory of machines whose VMM has a mirror VM. */
public final class MirrorMachine {

    /** All questions that designs of such a machine answer. */
    public static final List<Switch<?>> SWITCHES = MirrorDesign.switches();

    /** All cost and delay keys that steps of such a machine name. */
    public static final List<String> TIMING_KEYS = KvmHostMachine.TIMING_KEYS;

    private final ModelBuilder model;
    private final MirrorWorld world;
    private final KvmHost host;
    private final SharedWords words;
    private int threads;

    private MirrorMachine(MirrorShape shape, Design design) {
        model = new ModelBuilder("mirror-vmm", design);
        world = new MirrorWorld(model, shape);
        host = new KvmHost(model, shape.bounds(), shape.support(), world.design.kernel());
        words = new SharedWords(model.region("words"));
    }

    /** Why there is no such machine, in one sentence that names the remedy. */
    public static Optional<String> refuses(MirrorShape shape, Design design) {
        MirrorDesign answers = MirrorDesign.of(design);
        if (answers.isAuxiliary() && answers.hasBinary()) {
            return Optional.of("an auxiliary vCPU is started by OVMF at an entry of its own;"
                    + " with 'mirror-vmm: auxiliary-vcpus' take 'mirror-entry: ovmf-entry'");
        }
        if (shape.is(MirrorStory.RESET) && shape.es()) {
            return Optional.of("the registers of an SEV-ES guest cannot be reset;"
                    + " with 'story: reset' take 'guest: sev'");
        }
        return Optional.empty();
    }

    /** A machine in its first state: no VM yet. */
    public static Model of(MirrorShape shape, Design design) {
        return of(shape, design, (model, host) -> { });
    }

    /** The same with more actors on that host, such as firmware that does what it must not. */
    static Model of(
            MirrorShape shape, Design design, BiConsumer<ModelBuilder, KvmHost> more) {
        MirrorMachine machine = new MirrorMachine(shape, design);
        more.accept(machine.model, machine.host);
        return machine.build();
    }

    private Model build() {
        MirrorIoctls ioctls = new MirrorIoctls(world);
        VcpuThreads vcpus = new VcpuThreads(world, ioctls);
        run("main", new MainLoop(world, ioctls).routine());
        run("vcpu0", vcpus.ofMain());
        if (!world.design.isRunByAsker()) {
            run("mirror", vcpus.ofMirror());
        }
        run("migration", new Asker(world, ioctls).routine());
        MirrorPromises.declare(model, world);
        HostPromises.declare(model, host);
        return model.build();
    }

    private void run(String name, Routine<KvmThread> code) {
        KvmThread thread = new KvmThread(model.region(name), threads++, host, words);
        model.program(name, thread, code);
    }
}
