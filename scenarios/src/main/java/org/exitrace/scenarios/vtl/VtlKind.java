package org.exitrace.scenarios.vtl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;
import org.exitrace.scenarios.machine.ScriptedRole;
import org.exitrace.scenarios.tracepoint.EventTable;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.guest.GuestCode;
import org.exitrace.vtl.guest.StartupInstructions;
import org.exitrace.vtl.machine.VtlMachine;
import org.exitrace.vtl.machine.VtlShape;
import org.exitrace.vtl.state.SynicParts;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;

/** Guests with virtual trust levels, on a host of one of the designs that were proposed. */
public final class VtlKind implements MachineKind {

    private static final String VPS = "vps";
    private static final String VTLS = "vtls";
    private static final String VECTORS = "vectors";
    private static final String PAGES = "pages";
    private static final String VINA = "vina";
    private static final String SINTS = "sints";
    private static final String STIMERS = "stimers";
    private static final String FLAGS = "event-flags";
    private static final String ENABLED = "enabled-vtls";
    private static final String SPREAD_IDS = "spread-apic-ids";
    private static final String STARTED = "started-vps";

    @Override
    public String name() {
        return "vtl";
    }

    @Override
    public String meaning() {
        return "a guest whose virtual processors have several virtual trust levels, on a host of"
                + " one of the designs that were proposed";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(VPS, 1, VtlBounds.MOST_VPS, "virtual processors").usually(1),
                Parameter.number(VTLS, 1, VtlBounds.MOST_VTLS,
                        "virtual trust levels of each").usually(2),
                Parameter.number(VECTORS, 1, VtlBounds.MOST_VECTORS,
                        "interrupt vectors, each of a priority class of its own").usually(1),
                Parameter.number(PAGES, 0, VtlBounds.MOST_PAGES,
                        "guest pages that higher VTLs may protect").usually(0),
                Parameter.number(SINTS, 0, VtlBounds.MOST_SINTS,
                        "SINTs of each SynIC, with a message slot each").usually(0),
                Parameter.number(STIMERS, 1, VtlBounds.MOST_STIMERS,
                        "synthetic timers of each SynIC").usually(1),
                Parameter.number(FLAGS, 0, VtlBounds.MOST_FLAGS,
                        "event flags of each SINT, in the SIEF page").usually(0),
                Parameter.flag(VINA, "whether VTLs can be told of interrupts that wait for lower"
                        + " ones").usually(false),
                Parameter.flag(SPREAD_IDS, "whether APIC ids are 17 apart, each in an x2APIC"
                        + " cluster of its own; else they are the numbers of virtual processors")
                        .usually(false),
                Parameter.number(ENABLED, 1, VtlBounds.MOST_VTLS,
                        "virtual trust levels, from VTL0, that are enabled from the start")
                        .usually(VtlBounds.MOST_VTLS),
                Parameter.number(STARTED, 1, VtlBounds.MOST_VPS,
                        "virtual processors, from the first, that run from the start")
                        .usually(VtlBounds.MOST_VPS));
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return VtlMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return VtlMachine.TIMING_KEYS;
    }

    @Override
    public List<ScriptedRole<?>> roles() {
        return List.of(role(Arguments.usual(parameters())
                .with(VPS, VtlBounds.MOST_VPS).with(VTLS, VtlBounds.MOST_VTLS)
                .with(VECTORS, VtlBounds.MOST_VECTORS).with(PAGES, VtlBounds.MOST_PAGES)
                .with(VINA, true).with(SINTS, VtlBounds.MOST_SINTS)
                .with(STIMERS, VtlBounds.MOST_STIMERS).with(FLAGS, VtlBounds.MOST_FLAGS)));
    }

    @Override
    public Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        ScriptedRole<Vtl> role = role(parameters);
        Map<String, ScriptedRole<?>> actors = new LinkedHashMap<>();
        for (String actor : actors(parameters)) {
            actors.put(actor, role);
        }
        return actors;
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int vp = 0; vp < spec.number(VPS); vp++) {
            for (int vtl = 0; vtl < spec.number(VTLS); vtl++) {
                cells.put(VtlShape.actor(vp, vtl), "vp[" + vp + "].vtl[" + vtl + "].executes");
            }
            cells.put("vcpu" + vp, "vp[" + vp + "].active_vtl");
        }
        return cells;
    }

    /** A paravisor's host is not KVM. */
    @Override
    public Optional<EventTable> tracepoints(Design design) {
        return design.get(HostDesign.SWITCH) == HostDesign.PARAVISOR ? Optional.empty()
                : Optional.of(EventTable.ofVtls());
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        if (spec.number(FLAGS) > 0 && spec.number(SINTS) == 0) {
            return Optional.of("event flags are of SINTs, and there are none; take 'sints: 1', or"
                    + " leave 'event-flags' out");
        }
        Optional<String> begun = spec.scripts().stream().flatMap(script -> StartupInstructions
                .problem(script.actor(), script.script()).stream()).findFirst();
        Optional<String> refused = begun.or(() -> besideReset(spec));
        if (refused.isPresent()) {
            return refused;
        }
        ScriptedRole<Vtl> role = role(spec.parameters());
        return spec.scripts().stream().flatMap(script -> script.script().calls().stream()
                .flatMap(call -> ScriptFit.problem(script.actor(), call, role,
                        "no guest code does that").stream())).findFirst();
    }

    private static Optional<String> besideReset(MachineSpec spec) {
        boolean resets = spec.scripts().stream().anyMatch(script -> script.script().calls()
                .stream().anyMatch(call -> call.operation().name().equals("reset")));
        return !resets ? Optional.empty() : spec.scripts().stream()
                .flatMap(script -> StartupInstructions.besideReset(
                        script.actor(), script.script()).stream()).findFirst();
    }

    @Override
    public Optional<String> refuses(MachineSpec spec, Design design) {
        List<String> operations = new ArrayList<>();
        spec.scripts().forEach(script -> script.script().calls().forEach(
                call -> operations.add(call.operation().name())));
        VtlBounds bounds = bounds(spec.parameters());
        return VtlMachine.refuses(bounds, design)
                .or(() -> VtlMachine.refuses(bounds, operations, design));
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        ScriptedRole<Vtl> role = role(spec.parameters());
        Map<String, Script<Vtl>> scripts = new LinkedHashMap<>();
        for (String actor : actors(spec.parameters())) {
            spec.script(actor, role).ifPresent(script -> scripts.put(actor, script));
        }
        return VtlMachine.of(new VtlShape(bounds(spec.parameters()),
                Math.min(spec.number(VTLS), spec.number(ENABLED)),
                Math.min(spec.number(VPS), spec.number(STARTED)), scripts), design);
    }

    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }

    private static List<String> actors(Arguments parameters) {
        List<String> actors = new ArrayList<>();
        for (int vp = 0; vp < parameters.number(VPS); vp++) {
            for (int vtl = 0; vtl < parameters.number(VTLS); vtl++) {
                actors.add(VtlShape.actor(vp, vtl));
            }
        }
        return actors;
    }

    /** Scripts are read before the machine numbers their calls; only their words count then. */
    private static ScriptedRole<Vtl> role(Arguments parameters) {
        return new ScriptedRole<>("guest", "the code that runs in a VTL of a virtual processor",
                GuestCode.all(bounds(parameters), call -> 0,
                        vtl -> notYet(), vtl -> notYet()));
    }

    private static <T> T notYet() {
        throw new IllegalStateException("a script is read, not run");
    }

    private static VtlBounds bounds(Arguments parameters) {
        return new VtlBounds(parameters.number(VPS), parameters.number(VTLS),
                parameters.number(VECTORS), new VtlParts(parameters.number(PAGES),
                        synic(parameters),
                        parameters.flag(VINA), parameters.flag(SPREAD_IDS)), 0);
    }

    /** Flags without SINTs are refused; until then such a machine has none. */
    private static SynicParts synic(Arguments parameters) {
        int sints = parameters.number(SINTS);
        return new SynicParts(sints, parameters.number(STIMERS),
                sints == 0 ? 0 : parameters.number(FLAGS));
    }
}
