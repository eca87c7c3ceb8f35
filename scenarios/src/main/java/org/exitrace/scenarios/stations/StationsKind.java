package org.exitrace.scenarios.stations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.stations.StationsMachine;
import org.exitrace.kvm.stations.Story;
import org.exitrace.kvm.stations.Vmm;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptFit;

/** Ways through places at which one waits, as coarse as what was measured. */
public final class StationsKind implements MachineKind {

    private static final String STORY = "story";
    private static final String ACTORS = "actors";
    private static final String CORES = "cores";
    private static final String AMOUNT = "amount";

    @Override
    public String name() {
        return "stations";
    }

    @Override
    public String meaning() {
        return "what was measured as a whole, as ways through cores and the firmware's mailbox, to"
                + " predict figures from others";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.word(STORY, Arrays.stream(Story.values()).map(StationsKind::word)
                        .toList(), "what was measured"),
                Parameter.number(ACTORS, 1, StationsMachine.MOST_ACTORS,
                        "guests, processors or senders").usually(1),
                Parameter.number(CORES, 1, StationsMachine.MOST_ACTORS,
                        "how many guests compute at once").usually(1),
                Parameter.number(AMOUNT, 0, StationsMachine.MOST_AMOUNT,
                        "pages, MiB of the reverse map table, APs or hundreds of IPIs").usually(1));
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return StationsMachine.SWITCHES;
    }

    @Override
    public List<String> timingKeys() {
        return StationsMachine.TIMING_KEYS;
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        return story(spec) == Story.LAUNCH || spec.number(AMOUNT) > 0 ? Optional.empty()
                : Optional.of("story '" + spec.word(STORY)
                        + "' with an amount of 0 has nothing to do; give at least 1");
    }

    @Override
    public Optional<String> refuses(MachineSpec spec, Design design) {
        return spec.number(AMOUNT) > 0 || design.get(Vmm.SWITCH) != Vmm.BARE ? Optional.empty()
                : Optional.of("vmm 'bare' launches pages alone; give an amount of at least 1");
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        return StationsMachine.of(story(spec), spec.number(ACTORS), spec.number(CORES),
                spec.number(AMOUNT), design);
    }

    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        return ScriptFit.smallerMachines(this, spec);
    }

    private static Story story(MachineSpec spec) {
        return Arrays.stream(Story.values()).filter(each ->
                word(each).equals(spec.word(STORY))).findFirst().orElseThrow();
    }

    private static String word(Story story) {
        return story.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
