package org.exitrace.scenarios.ghcb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.programs.GuestPrograms;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.kvm.exchange.ExchangeMachine;
import org.exitrace.kvm.exchange.ExchangeParameters;
import org.exitrace.kvm.script.ScriptedThread;
import org.exitrace.kvm.script.ThreadOperations;
import org.exitrace.scenarios.machine.ActorScript;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;
import org.exitrace.scenarios.machine.ScriptedRole;
import org.exitrace.scenarios.tracepoint.EventTable;

/** Guests that speak to KVM through GHCB pages which all their virtual CPUs can write. */
public final class GhcbKind implements MachineKind {

    private static final String VCPU = "vcpu";
    private static final ScriptedRole<ScriptedThread> VMM = new ScriptedRole<>("vmm",
            "the thread of the VMM that owns a virtual CPU",
            ThreadOperations.withoutNmi(null, null));

    @Override
    public String name() {
        return "ghcb";
    }

    @Override
    public String meaning() {
        return "a guest with encrypted state whose virtual CPUs speak to KVM through GHCB pages,"
                + " each access to which is a step";
    }

    @Override
    public List<Parameter> parameters() {
        return ExchangeParameters.all();
    }

    @Override
    public Optional<String> budget() {
        return Optional.of(ExchangeParameters.ADVERSARY);
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return ExchangeMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return List.of("guest.instruction", "vmexit.ghcb", "vmexit.plain", "vmentry",
                "kvm.access", "kvm.kick", "kvm.wake", "vmm.exit-to-user", "nmi.arrival",
                "cpu.rmp");
    }

    @Override
    public List<ScriptedRole<?>> roles() {
        return List.of(role(Arguments.usual(parameters())
                .with(ExchangeParameters.PAGES, ExchangeBounds.MOST_PAGES)
                .with(ExchangeParameters.VMSA_PAGES, ExchangeBounds.MOST_VMSA_PAGES)), VMM);
    }

    @Override
    public Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        ScriptedRole<GhcbGuest> role = role(parameters);
        Map<String, ScriptedRole<?>> actors = new LinkedHashMap<>();
        for (int vcpu = 0; vcpu < parameters.number(ExchangeParameters.VCPUS); vcpu++) {
            actors.put(VCPU + vcpu, role);
            actors.put(VCPU + vcpu + ExchangeMachine.THREAD, VMM);
        }
        return actors;
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int vcpu = 0; vcpu < spec.number(ExchangeParameters.VCPUS); vcpu++) {
            cells.put(VCPU + vcpu, "vcpu[" + vcpu + "].mp_state");
        }
        return cells;
    }

    @Override
    public Optional<EventTable> tracepoints(Design design) {
        return Optional.of(EventTable.ofKvmRun());
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        return wrongCalls(spec).findFirst().map(Map.Entry::getValue)
                .or(() -> ExchangeParameters.problem(spec.parameters()));
    }

    @Override
    public OptionalInt refusedLine(MachineSpec spec) {
        return wrongCalls(spec).mapToInt(wrong -> wrong.getKey().line()).findFirst();
    }

    /** The calls that a machine with the parameters of {@code spec} cannot make, each with why. */
    private static Stream<Map.Entry<Call<?>, String>> wrongCalls(MachineSpec spec) {
        return spec.scripts().stream().flatMap(script -> script.script().calls().stream()
                .flatMap(call -> problem(spec.parameters(), script, call).stream()
                        .map(why -> Map.<Call<?>, String>entry(call, why))));
    }

    private static Optional<String> problem(
            Arguments parameters, ActorScript<?> script, Call<?> call) {
        ScriptedRole<?> role = script.role().name().equals(VMM.name()) ? VMM : role(parameters);
        return ScriptFit.problem(script.actor(), call, role, "nobody in that role does that")
                .or(() -> ExchangeParameters.problem(parameters, call).map(problem ->
                        script.actor() + ": " + call + ": " + problem));
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        ScriptedRole<GhcbGuest> role = role(spec.parameters());
        Map<Integer, Script<GhcbGuest>> scripts = new TreeMap<>();
        Map<Integer, Script<ScriptedThread>> threads = new TreeMap<>();
        for (int i = 0; i < spec.number(ExchangeParameters.VCPUS); i++) {
            int vcpu = i;
            spec.script(VCPU + vcpu, role).ifPresent(script -> scripts.put(vcpu, script));
            spec.script(VCPU + vcpu + ExchangeMachine.THREAD, VMM)
                    .ifPresent(script -> threads.put(vcpu, script));
        }
        return ExchangeMachine.of(
                ExchangeParameters.shape(spec.parameters(), scripts, threads), design);
    }

    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }

    private static ScriptedRole<GhcbGuest> role(Arguments parameters) {
        return new ScriptedRole<>(VCPU, "the code that a virtual CPU of the guest runs",
                GuestPrograms.all(ExchangeParameters.bounds(parameters),
                        ExchangeMachine.usualDesign()));
    }
}
