package org.exitrace.scenarios.svsm;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.svsm.SvsmMachine;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;

/** A virtual CPU on which an SVSM and a guest take turns. */
public final class SvsmKind implements MachineKind {

    private static final String EVENTS = "events";
    private static final String LIBERTIES = "liberties";

    @Override
    public String name() {
        return "svsm";
    }

    @Override
    public String meaning() {
        return "a virtual CPU on which an SVSM at VMPL 0 and a guest take turns, with calls and"
                + " #HV events";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(EVENTS, 0, SvsmMachine.MOST,
                        "events that the host signals to VMPL 0").usually(1),
                Parameter.number(LIBERTIES, 0, SvsmMachine.MOST, "how often the host may run"
                        + " another VMPL than it was asked for").usually(0));
    }

    @Override
    public List<Switch<?>> switches() {
        return SvsmMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return List.of();
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        return Map.of("cpu", "cpu.vmpl");
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        return SvsmMachine.of(spec.number(EVENTS), spec.number(LIBERTIES), design);
    }

    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }
}
