package org.exitrace.scenarios.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.kvm.migration.Migration;
import org.exitrace.kvm.migration.MigrationScripts;
import org.exitrace.kvm.migration.script.GuestOperations;
import org.exitrace.kvm.migration.script.VmmOperations;
import org.exitrace.kvm.migration.vmm.Vmm;
import org.exitrace.kvm.migration.world.Vcpu;
import org.exitrace.scenarios.machine.ActorScript;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;
import org.exitrace.scenarios.machine.ScriptedRole;

/** Machines whose guest is sent to another host while it runs. */
public final class MigrationKind implements MachineKind {

    private static final String GUEST = "vcpu";
    private static final String VMM = "vmm";

    @Override
    public String name() {
        return "live-migration";
    }

    @Override
    public String meaning() {
        return "a guest that is sent to another host while it runs, and tells its host the type of"
                + " each page that it converts";
    }

    @Override
    public List<Parameter> parameters() {
        return MigrationParameters.all();
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return Migration.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return Migration.TIMING_KEYS;
    }

    @Override
    public List<ScriptedRole<?>> roles() {
        Arguments usual = Arguments.usual(parameters());
        return List.of(guest(usual), vmm(usual));
    }

    @Override
    public Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        Map<String, ScriptedRole<?>> actors = new LinkedHashMap<>();
        for (int i = 0; i < parameters.number(MigrationParameters.VCPUS); i++) {
            actors.put(GUEST + i, guest(parameters));
        }
        actors.put(VMM, vmm(parameters));
        return actors;
    }

    private static ScriptedRole<Vcpu> guest(Arguments chosen) {
        return new ScriptedRole<>(GUEST, "a virtual CPU of the guest",
                GuestOperations.all(Migration.usualDesign(), MigrationParameters.kind(chosen),
                        MigrationParameters.pages(chosen)));
    }

    private static ScriptedRole<Vmm> vmm(Arguments chosen) {
        return new ScriptedRole<>(VMM, "the thread of user space that migrates the guest",
                VmmOperations.all(Migration.usualDesign(),
                        chosen.number(MigrationParameters.VCPUS),
                        chosen.number(MigrationParameters.ROUNDS), null));
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < spec.number(MigrationParameters.VCPUS); i++) {
            cells.put(GUEST + i, "vcpu[" + i + "].result");
        }
        cells.put(VMM, "vmm.result");
        return cells;
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        Arguments chosen = spec.parameters();
        int pages = chosen.number(MigrationParameters.PAGES);
        int owned = chosen.number(MigrationParameters.FIRMWARE_PAGES)
                + (chosen.flag(MigrationParameters.DECRYPTED_BSS) ? 1 : 0);
        if (owned > pages) {
            return Optional.of("firmware and kernel have " + owned + " pages of their own, and the"
                    + " guest has " + pages + "; take 'pages: " + owned + "' or fewer"
                    + " 'firmware-pages'");
        }
        if (!MigrationParameters.kind(chosen).isSev()
                && owned > 0) {
            return Optional.of("a plain guest has no pages that are shared or private; take"
                    + " 'guest: sev', or neither 'firmware-pages' nor 'decrypted-bss'");
        }
        if (chosen.flag(MigrationParameters.READY)
                && !chosen.flag(MigrationParameters.OFFERED)) {
            return Optional.of("a guest that is not offered the feature cannot have said that it"
                    + " is ready; with 'offered: false' take 'ready: false'");
        }
        return scriptProblem(spec);
    }

    /** Where another size was chosen for a machine whose scripts were read for theirs. */
    private Optional<String> scriptProblem(MachineSpec spec) {
        Map<String, ScriptedRole<?>> actors = scriptableActors(spec.parameters());
        for (ActorScript<?> script : spec.scripts()) {
            ScriptedRole<?> role = actors.get(script.actor());
            if (role == null) {
                return Optional.of("there is no actor " + script.actor() + "; take more 'vcpus'");
            }
            for (Call<?> call : script.script().calls()) {
                Optional<String> problem = ScriptFit.problem(script.actor(), call, role,
                        "a plain guest has no such operation; take 'guest: sev'");
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        Map<Integer, Script<Vcpu>> vcpus = new TreeMap<>();
        for (int i = 0; i < spec.number(MigrationParameters.VCPUS); i++) {
            int number = i;
            spec.script(GUEST + number, guest(spec.parameters()))
                    .ifPresent(script -> vcpus.put(number, script));
        }
        return Migration.machine(MigrationParameters.shape(spec.parameters()),
                new MigrationScripts(vcpus, spec.script(VMM, vmm(spec.parameters()))), design);
    }

    /** A smaller machine is one that the scripts still fit to. */
    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }
}
