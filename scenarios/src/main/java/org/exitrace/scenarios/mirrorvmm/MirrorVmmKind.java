package org.exitrace.scenarios.mirrorvmm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.mirrorvmm.MirrorMachine;
import org.exitrace.kvm.mirrorvmm.MirrorShape;
import org.exitrace.kvm.mirrorvmm.MirrorStory;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;

/** VMMs that are served by a mirror of their VM. */
public final class MirrorVmmKind implements MachineKind {

    private static final String STORY = "story";
    private static final String GUEST = "guest";
    private static final String ES = "sev-es";

    @Override
    public String name() {
        return "mirror-vmm";
    }

    @Override
    public String meaning() {
        return "a VMM with a mirror of its SEV guest, which serves it from inside the guest";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.word(STORY, Arrays.stream(MirrorStory.values())
                        .map(MirrorStory::label).toList(), "what befalls the VM")
                        .usually(MirrorStory.REQUEST.label()),
                Parameter.word(GUEST, List.of(ES, "sev"),
                        "whether the guest's registers are encrypted").usually(ES));
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return MirrorMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return MirrorMachine.TIMING_KEYS;
    }

    @Override
    public Map<String, String> laneCells(MachineSpec spec) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("vcpu0", "guest.main.inside");
        cells.put("mirror", "guest.mirror.inside");
        cells.put("migration", "vmm.asking");
        return cells;
    }

    @Override
    public Optional<String> refuses(MachineSpec spec, Design design) {
        return MirrorMachine.refuses(shape(spec), design);
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        return MirrorMachine.of(shape(spec), design);
    }

    private static MirrorShape shape(MachineSpec spec) {
        MirrorStory story = Arrays.stream(MirrorStory.values())
                .filter(each -> each.label().equals(spec.word(STORY)))
                .findFirst().orElseThrow();
        return new MirrorShape(story, spec.word(GUEST).equals(ES));
    }
}
