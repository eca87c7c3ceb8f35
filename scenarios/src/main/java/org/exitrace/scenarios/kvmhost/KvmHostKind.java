package org.exitrace.scenarios.kvmhost;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.ioctl.VmmOperations;
import org.exitrace.kvm.machine.HostParameters;
import org.exitrace.kvm.machine.KvmHostMachine;
import org.exitrace.kvm.machine.KvmHostShape;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;
import org.exitrace.scenarios.machine.ScriptedRole;

/** Hosts whose kernel keeps SEV guests, driven by threads of a VMM. */
public final class KvmHostKind implements MachineKind {

    private static final String NO_OPERATION = "a host of that size has no such operation; take"
            + " another number of 'vcpus', 'regions' or 'pages'";
    private static final String THREAD = "thread";
    /** Bounds without which there are fewer ioctls. */
    private static final List<String> NEEDED = List.of("vcpus", "regions", "pages", "slots");

    @Override
    public String name() {
        return "kvm-host";
    }

    @Override
    public String meaning() {
        return "a KVM host with SEV guests, whose ioctls are issued by threads of a VMM";
    }

    @Override
    public List<Parameter> parameters() {
        return HostParameters.all();
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return KvmHostMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return KvmHostMachine.TIMING_KEYS;
    }

    @Override
    public List<ScriptedRole<?>> roles() {
        return List.of(role(Arguments.usual(parameters())));
    }

    @Override
    public Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        Arguments fit =
                misfit(parameters).isEmpty() ? parameters : Arguments.usual(parameters());
        ScriptedRole<KvmThread> role = role(fit);
        Map<String, ScriptedRole<?>> actors = new LinkedHashMap<>();
        for (int thread = 0; thread < HostParameters.shape(fit).bounds().threads(); thread++) {
            actors.put(THREAD + thread, role);
        }
        return actors;
    }

    /** What a host with more threads, vCPUs, regions or pages has. */
    @Override
    public Optional<String> whyMissing(String name, Arguments parameters) {
        Arguments fit =
                misfit(parameters).isEmpty() ? parameters : Arguments.usual(parameters());
        int threads = HostParameters.shape(fit).bounds().threads();
        for (int thread = threads; thread < HostBounds.MOST_THREADS; thread++) {
            if (name.equals(THREAD + thread)) {
                return Optional.of(beyond(name, "threads: " + threads));
            }
        }
        return NEEDED.stream().filter(bound -> fit.number(bound) == 0
                        && role(fit.with(bound, 1)).operation(name).isPresent())
                .map(bound -> beyond(name, bound + ": 0")).findFirst();
    }

    private static String beyond(String name, String bound) {
        return "'" + name + "' needs more than the machine has; the machine's '" + bound
                + "' is the bound";
    }

    private static ScriptedRole<KvmThread> role(Arguments parameters) {
        KvmHostShape shape = HostParameters.shape(parameters);
        return new ScriptedRole<>(THREAD, "a thread of the VMM, which issues ioctls",
                VmmOperations.all(shape.bounds(), shape.support(),
                        new Kernel(KvmHostMachine.usualDesign())));
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        spec.scripts().forEach(script -> cells.put(script.actor(), script.actor() + ".result"));
        return cells;
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        return misfit(spec.parameters()).or(() -> scriptProblem(spec));
    }

    private static Optional<String> misfit(Arguments parameters) {
        try {
            HostParameters.shape(parameters);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    /** Where another size was chosen for a machine whose scripts were read for theirs. */
    private static Optional<String> scriptProblem(MachineSpec spec) {
        ScriptedRole<KvmThread> role = role(spec.parameters());
        int threads = HostParameters.shape(spec.parameters()).bounds().threads();
        return spec.scripts().stream().filter(script -> number(script.actor()) >= threads)
                .map(script -> script.actor() + ": the machine's 'threads: " + threads
                        + "' is the bound").findFirst()
                .or(() -> spec.scripts().stream().flatMap(script -> script.script().calls()
                        .stream().flatMap(call -> ScriptFit.problem(
                                script.actor(), call, role, NO_OPERATION).stream()))
                        .findFirst());
    }

    private static int number(String actor) {
        return Integer.parseInt(actor.substring(THREAD.length()));
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        ScriptedRole<KvmThread> role = role(spec.parameters());
        Map<Integer, Script<KvmThread>> threads = new TreeMap<>();
        for (int i = 0; i < HostBounds.MOST_THREADS; i++) {
            int thread = i;
            spec.script(THREAD + thread, role).ifPresent(script -> threads.put(thread, script));
        }
        return KvmHostMachine.of(HostParameters.shape(spec.parameters()), threads, design)
                .model();
    }

    /** A smaller machine is one that the scripts still fit to. */
    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }
}
