package org.exitrace.scenarios.apboot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.ghcb.script.GuestOperations;
import org.exitrace.ghcb.script.ScriptedGuest;
import org.exitrace.kvm.apboot.ApBoot;
import org.exitrace.kvm.apboot.ApBootScripts;
import org.exitrace.kvm.apboot.ApBootShape;
import org.exitrace.kvm.apboot.Story;
import org.exitrace.kvm.script.ScriptedThread;
import org.exitrace.kvm.script.ThreadOperations;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptedRole;
import org.exitrace.scenarios.tracepoint.EventTable;

/** Machines that boot the APs of a guest under KVM. */
public final class ApBootKind implements MachineKind {

    private static final int MOST_CPUS = 5;

    private final ScriptedRole<ScriptedGuest> guest = new ScriptedRole<>(
            "guest", "the code that a CPU of the guest runs", GuestOperations.all(MOST_CPUS - 1));
    private final ScriptedRole<ScriptedThread> vmm = new ScriptedRole<>(
            "vmm", "the thread of the VMM that owns a vCPU", ThreadOperations.declared());

    @Override
    public String name() {
        return "ap-boot";
    }

    @Override
    public String meaning() {
        return "a guest whose bootstrap processor starts and wakes application processors under"
                + " KVM, with or without SEV-ES";
    }

    @Override
    public List<Parameter> parameters() {
        return ApBootParameters.all();
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return ApBoot.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return ApBoot.TIMING_KEYS;
    }

    @Override
    public List<ScriptedRole<?>> roles() {
        return List.of(guest, vmm);
    }

    @Override
    public Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        Map<String, ScriptedRole<?>> actors = new LinkedHashMap<>();
        for (int cpu = 0; cpu <= parameters.number(ApBootParameters.APS); cpu++) {
            actors.put(cpuName(cpu), guest);
            actors.put(cpuName(cpu) + "-vmm", vmm);
        }
        return actors;
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int cpu = 0; cpu <= spec.number(ApBootParameters.APS); cpu++) {
            cells.put(cpuName(cpu), "vcpu[" + cpu + "].mp_state");
        }
        return cells;
    }

    @Override
    public Optional<EventTable> tracepoints(Design design) {
        return Optional.of(EventTable.ofKvmRun());
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        ApBootShape shape = ApBootParameters.shape(spec);
        boolean scripted = shape.story() == Story.SCRIPTED;
        if (!shape.sevEs() && shape.story() != Story.HOTPLUG && !scripted) {
            return Optional.of("a plain guest has no AP reset hold; with 'guest: plain' take"
                    + " 'story: hotplug' or 'story: scripted'");
        }
        if (!shape.sevEs() && shape.apsStart() == ApStart.PARKED) {
            return Optional.of("a plain guest has no AP reset hold in which its APs could begin;"
                    + " with 'guest: plain' take 'aps-start: off' or 'aps-start: running'");
        }
        if (shape.userLapic() && shape.story() != Story.POWER_ON && !scripted) {
            return Optional.of("a machine whose LAPIC is in user space begins with its APs off;"
                    + " with 'lapic: user' take 'story: power-on' or 'story: scripted'");
        }
        if (!scripted && spec.scripts().stream().anyMatch(script -> script.role() == guest)) {
            return Optional.of("the guest's code is scripted, but the story brings its own;"
                    + " take 'story: scripted'");
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> refuses(MachineSpec spec, Design design) {
        return ApBoot.refuses(ApBootParameters.shape(spec), scripts(spec), design);
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        return ApBoot.machine(ApBootParameters.shape(spec), scripts(spec), design);
    }

    private ApBootScripts scripts(MachineSpec spec) {
        Map<Integer, Script<ScriptedGuest>> guests = new TreeMap<>();
        Map<Integer, Script<ScriptedThread>> threads = new TreeMap<>();
        for (int i = 0; i <= spec.number(ApBootParameters.APS); i++) {
            int cpu = i;
            spec.script(cpuName(cpu), guest).ifPresent(script -> guests.put(cpu, script));
            spec.script(cpuName(cpu) + "-vmm", vmm)
                    .ifPresent(script -> threads.put(cpu, script));
        }
        return new ApBootScripts(guests, threads);
    }

    /** Fewer APs count most, then fewer rounds, and so on: the last parameter changes first. */
    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        if (!spec.scripts().isEmpty()) {
            return List.of();
        }
        List<MachineSpec> smaller = List.of(spec);
        for (Parameter number : parameters().stream().filter(Parameter::isNumber).toList()) {
            smaller = smaller.stream().flatMap(machine -> LongStream.rangeClosed(
                            number.least(), spec.number(number.name()))
                    .mapToObj(value -> machine.with(number.name(), value))).toList();
        }
        return smaller.subList(0, smaller.size() - 1);
    }

    private static String cpuName(int cpu) {
        return cpu == 0 ? "bsp" : "ap" + cpu;
    }
}
