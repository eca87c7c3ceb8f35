package org.exitrace.scenarios.vtl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;
import org.exitrace.vtl.protocol.ProtocolMachine;
import org.exitrace.vtl.protocol.ProtocolShape;
import org.exitrace.vtl.protocol.ProtocolStory;
import org.exitrace.vtl.state.VtlCosts;

/** Rooms in which one protocol of virtual trust levels is tried alone. */
public final class VtlProtocolKind implements MachineKind {

    private static final String STORY = "story";
    private static final String LEVELS = "levels";
    private static final String OTHERS = "others";

    @Override
    public String name() {
        return "vtl-protocol";
    }

    @Override
    public String meaning() {
        return "one step protocol of virtual trust levels, between those who take part in it";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.word(STORY, Arrays.stream(ProtocolStory.values())
                        .map(ProtocolStory::label).toList(), "which protocol")
                        .usually(ProtocolStory.PLANES.label()),
                Parameter.number(LEVELS, 2, ProtocolShape.MOST,
                        "trust levels of a processor").usually(2),
                Parameter.number(OTHERS, 1, ProtocolShape.MOST,
                        "those who act beside the protocol's main actor").usually(1));
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return story(parameters).switches();
    }

    /** What another story has. */
    @Override
    public Optional<String> whyMissing(String name, Arguments parameters) {
        return story(parameters).whyMissing(name);
    }

    @Override
    public List<String> timingKeys() {
        return VtlCosts.ofProtocols();
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        return ProtocolMachine.of(shape(spec), design);
    }

    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }

    private static ProtocolShape shape(MachineSpec spec) {
        return new ProtocolShape(
                story(spec.parameters()), spec.number(LEVELS), spec.number(OTHERS));
    }

    private static ProtocolStory story(Arguments parameters) {
        return Arrays.stream(ProtocolStory.values())
                .filter(each -> each.label().equals(parameters.word(STORY)))
                .findFirst().orElseThrow();
    }
}
