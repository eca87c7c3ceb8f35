package org.exitrace.scenarios.psp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.psp.PspMachine;
import org.exitrace.psp.PspShape;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.guest.GuestThread;
import org.exitrace.psp.host.HostFaults;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.script.GuestOperations;
import org.exitrace.psp.script.HostOperations;
import org.exitrace.psp.script.MachineParameters;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;
import org.exitrace.scenarios.machine.ScriptedRole;

/** Machines whose secure processor runs the SEV firmware, to which host threads give commands. */
public final class PspKind implements MachineKind {

    private static final int MOST_THREADS = 4;
    private static final String THREAD = "host";
    private static final String GUEST = "guest";

    @Override
    public String name() {
        return "psp";
    }

    @Override
    public String meaning() {
        return "a secure processor with the SEV firmware, and threads of the host kernel that give"
                + " it commands through one mailbox";
    }

    @Override
    public List<Parameter> parameters() {
        return MachineParameters.all();
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return PspMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return PspMachine.TIMING_KEYS;
    }

    @Override
    public List<ScriptedRole<?>> roles() {
        Arguments usual = Arguments.usual(parameters());
        return List.of(role(usual), guestRole(usual));
    }

    @Override
    public Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        Arguments fit =
                misfit(parameters).isEmpty() ? parameters : Arguments.usual(parameters());
        ScriptedRole<HostThread> host = role(fit);
        Map<String, ScriptedRole<?>> actors = new LinkedHashMap<>();
        for (int thread = 0; thread < MOST_THREADS; thread++) {
            actors.put(THREAD + thread, host);
        }
        ScriptedRole<GuestThread> guest = guestRole(fit);
        for (int page = 0; page < MachineParameters.bounds(fit).pages(); page++) {
            actors.put(GUEST + page, guest);
        }
        return actors;
    }

    /** What a machine with more pages has. */
    @Override
    public Optional<String> whyMissing(String name, Arguments parameters) {
        FirmwareBounds bounds = MachineParameters.bounds(
                misfit(parameters).isEmpty() ? parameters : Arguments.usual(parameters()));
        FirmwareBounds largest = new FirmwareBounds(bounds.ccxs(), bounds.coresPerCcx(),
                bounds.handles(), bounds.asids(), bounds.minSevAsid(), FirmwareBounds.MOST_PAGES);
        boolean guest = IntStream.range(bounds.pages(), FirmwareBounds.MOST_PAGES)
                .anyMatch(page -> name.equals(GUEST + page));
        boolean known = guest || isAny(HostOperations.all(
                largest, HostFaults.NONE, PspMachine.usualDesign()), name);
        return known ? Optional.of(needsPages(name, bounds)) : Optional.empty();
    }

    private static boolean isAny(List<Operation<HostThread>> operations, String name) {
        return operations.stream().anyMatch(operation -> operation.name().equals(name));
    }

    private static String needsPages(String name, FirmwareBounds bounds) {
        return "'" + name + "' needs a page that the machine has not; the machine's '"
                + MachineParameters.pagesOf(bounds) + "' is the bound";
    }

    private static ScriptedRole<HostThread> role(Arguments parameters) {
        return new ScriptedRole<>(THREAD, "a thread of the host kernel, which gives commands to the"
                + " firmware", HostOperations.all(MachineParameters.bounds(parameters),
                        MachineParameters.faults(parameters), PspMachine.usualDesign()));
    }

    private static ScriptedRole<GuestThread> guestRole(Arguments parameters) {
        return new ScriptedRole<>(GUEST, "a virtual CPU of the SNP guest whose context is in the"
                + " page of that number", GuestOperations.all(
                        MachineParameters.bounds(parameters), PspMachine.usualDesign()));
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("psp", "platform.sev.state");
        spec.scripts().forEach(script -> cells.put(script.actor(), script.actor() + ".result"));
        return cells;
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        return misfit(spec.parameters()).or(() -> scriptProblem(spec));
    }

    /** Where another size was chosen for a machine whose scripts were read for theirs. */
    private static Optional<String> scriptProblem(MachineSpec spec) {
        FirmwareBounds bounds = MachineParameters.bounds(spec.parameters());
        ScriptedRole<HostThread> host = role(spec.parameters());
        ScriptedRole<GuestThread> guest = guestRole(spec.parameters());
        return spec.scripts().stream().flatMap(script -> script.script().calls().stream()
                .flatMap(call -> ScriptFit.problem(script.actor(), call,
                        script.actor().startsWith(GUEST) ? guest : host,
                        needsPages(call.operation().name(), bounds)).stream()))
                .findFirst();
    }

    private static Optional<String> misfit(Arguments parameters) {
        try {
            MachineParameters.bounds(parameters);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        ScriptedRole<HostThread> host = role(spec.parameters());
        Map<Integer, Script<HostThread>> threads = new TreeMap<>();
        for (int i = 0; i < MOST_THREADS; i++) {
            int thread = i;
            spec.script(THREAD + thread, host)
                    .ifPresent(script -> threads.put(thread, script));
        }
        ScriptedRole<GuestThread> guest = guestRole(spec.parameters());
        Map<Integer, Script<GuestThread>> guests = new TreeMap<>();
        for (int i = 0; i < MachineParameters.bounds(spec.parameters()).pages(); i++) {
            int page = i;
            spec.script(GUEST + page, guest).ifPresent(script -> guests.put(page, script));
        }
        PspShape shape = new PspShape(MachineParameters.bounds(spec.parameters()),
                MachineParameters.start(spec.parameters()),
                MachineParameters.faults(spec.parameters()));
        return PspMachine.assemble(shape, threads, guests, design).model();
    }

    /** A smaller machine is one that the scripts still fit to. */
    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }
}
