package org.exitrace.kvm.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.KvmHost;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.ioctl.OtherThreads;
import org.exitrace.kvm.ioctl.VmmOperations;

/**
 * A KVM host with threads of a VMM that issue ioctls, and the one factory of such.
 *
 * @param model what can happen
 * @param host what there is in the state that is loaded
 */
public record KvmHostMachine(Model model, KvmHost host) {

    /** All questions that designs of such a machine answer. */
    public static final List<Switch<?>> SWITCHES = Kernel.switches();

    /** All cost and delay keys that steps of such a machine name. */
    public static final List<String> TIMING_KEYS =
            List.of("kvm.access", "cpu.wbinvd", "psp.command");

    /** The usual design: the newest kernel. */
    public static Design usualDesign() {
        return Design.usual(SWITCHES);
    }

    /**
     * A machine in its first state: no VM, the firmware's platform initialised.
     *
     * @param shape what kind of host it is
     * @param threads what the VMM's threads do, by their number from 0
     * @param design the value of each switch
     */
    public static KvmHostMachine of(
            KvmHostShape shape, Map<Integer, Script<KvmThread>> threads, Design design) {
        return of(shape, threads, design, false);
    }

    /** The same; {@code forTables} with what other threads have done so far as operations. */
    public static KvmHostMachine of(KvmHostShape shape,
            Map<Integer, Script<KvmThread>> threads, Design design, boolean forTables) {
        ModelBuilder model = new ModelBuilder("kvm-host", design);
        KvmHost host = new KvmHost(model, shape.bounds(), shape.support());
        SharedWords words = new SharedWords(model.region("memory"));
        new TreeMap<>(threads).forEach((number, script) -> {
            String name = "thread" + number;
            KvmThread thread = new KvmThread(model.region(name), number, host, words);
            script.on(operations(shape, host, forTables)).runBy(model, model.actor(name), thread);
        });
        HostPromises.declare(model, host);
        return new KvmHostMachine(model.build(), host);
    }

    private static List<Operation<KvmThread>> operations(
            KvmHostShape shape, KvmHost host, boolean forTables) {
        List<Operation<KvmThread>> all = new ArrayList<>(
                VmmOperations.all(shape.bounds(), shape.support(), host.kernel));
        if (forTables) {
            all.addAll(OtherThreads.all(shape.bounds()));
        }
        return all;
    }
}
