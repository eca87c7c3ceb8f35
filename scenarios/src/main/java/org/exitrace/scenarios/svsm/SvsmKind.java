package org.exitrace.scenarios.svsm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.adversary.Adversary;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.svsm.HostilePart;
import org.exitrace.ghcb.svsm.SvsmBounds;
import org.exitrace.ghcb.svsm.SvsmMachine;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;

/** Virtual CPUs on each of which an SVSM and a guest take turns. */
public final class SvsmKind implements MachineKind {

    private static final String VCPUS = "vcpus";
    private static final String CALLS = "calls";
    private static final String EVENTS = "events";
    private static final String ADVERSARY = "adversary";
    private static final String HOSTILE = "hostile";

    @Override
    public String name() {
        return "svsm";
    }

    @Override
    public String meaning() {
        return "virtual CPUs on each of which an SVSM at VMPL 0 and a guest take turns, with"
                + " calls and #HV events";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(VCPUS, 1, SvsmBounds.MOST_VCPUS,
                        "virtual CPUs, each with a calling area and a #HV page").usually(1),
                Parameter.number(CALLS, 1, SvsmBounds.MOST,
                        "calls that the guest makes on each of them").usually(1),
                Parameter.number(EVENTS, 0, SvsmBounds.MOST,
                        "events that the host signals to VMPL 0 of each of them").usually(1),
                Parameter.number(ADVERSARY, 0, Adversary.MOST,
                        "what the host may do that the protocol forbids, so often").usually(0),
                Parameter.word(HOSTILE, HostilePart.words(),
                        "with which part of it: the VMPL that it runs, #HV, the #HV page")
                        .usually("any"));
    }

    @Override
    public Optional<String> budget() {
        return Optional.of(ADVERSARY);
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return SvsmMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return List.of();
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < spec.number(VCPUS); i++) {
            cells.put("vcpu" + i, "vcpu[" + i + "].vmpl");
        }
        return cells;
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        return SvsmMachine.of(new SvsmBounds(spec.number(VCPUS), spec.number(CALLS),
                spec.number(EVENTS), spec.number(ADVERSARY),
                HostilePart.of(spec.word(HOSTILE))), design);
    }

    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }
}
