package org.exitrace.kvm.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.ioctl.VmmOperations;
import org.exitrace.kvm.spec.HostSupport;

/** Hosts for tests: threads told in words, {@code "KVM_CREATE_VM vm=0 -> OK"}. */
public final class Vmm {

    private final KvmHostShape shape;
    private final Design design;
    private final Map<Integer, Script<KvmThread>> threads = new TreeMap<>();

    /** A VMM without threads so far on a host with encrypted registers. */
    public Vmm(HostBounds bounds, Design design) {
        this(bounds, HostSupport.SEV_ES, design);
    }

    /** A VMM without threads so far on a host that offers guests {@code support}. */
    public Vmm(HostBounds bounds, HostSupport support, Design design) {
        this.shape = new KvmHostShape(bounds, support);
        this.design = design;
    }

    /** One thread more, which issues these ioctls. */
    public Vmm thread(List<String> lines) {
        List<Operation<KvmThread>> known =
                VmmOperations.all(shape.bounds(), shape.support(), new Kernel(design));
        List<Call<KvmThread>> calls = new ArrayList<>();
        lines.forEach(line -> calls.add(call(known, line)));
        threads.put(threads.size(), new Script<>(calls));
        return this;
    }

    /** The host. */
    public Model model() {
        return machine().model();
    }

    /** The host with its cells. */
    public KvmHostMachine machine() {
        return KvmHostMachine.of(shape, threads, design);
    }

    private static Call<KvmThread> call(List<Operation<KvmThread>> known, String line) {
        String[] sides = line.split(" -> ");
        String[] words = sides[0].split(" ");
        Operation<KvmThread> operation = known.stream()
                .filter(each -> each.name().equals(words[0])).findFirst().orElseThrow();
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=");
            given.put(pair[0], pair[1]);
        }
        List<String> expected = sides.length > 1 ? List.of(sides[1].split("\\|")) : List.of();
        return new Call<>(operation, Arguments.of(operation.parameters(), given), expected, 0);
    }
}
