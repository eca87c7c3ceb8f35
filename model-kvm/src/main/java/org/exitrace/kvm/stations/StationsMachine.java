package org.exitrace.kvm.stations;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;

/**
 * Ways through places at which one has to wait: cores, the firmware's mailbox, and what
 * processors do in turn. As coarse as the figures that were published, and there to predict others.
 */
public final class StationsMachine {

    /** All questions that its designs answer. */
    public static final List<Switch<?>> SWITCHES = List.of(Mailbox.SWITCH, Vmm.SWITCH,
            BringUp.SWITCH, Apic.SWITCH, IpiVirtualization.SWITCH, Confidentiality.SWITCH,
            Idle.SWITCH);
    /** Cost keys of its steps. */
    public static final List<String> TIMING_KEYS = List.of("psp.launch-call", "psp.launch-page",
            "firecracker.setup", "firecracker.boot", "severifast.setup", "severifast.boot",
            "qemu.setup", "qemu.boot", "qemu-snp.setup", "qemu-snp.boot", "psp.rmp-mib",
            "ap.serial", "ap.parallel", "ipi.exit", "ipi.mmio", "ipi.delivery", "ipi.avic",
            "ipi.x2avic", "ipi.x2avic-unfenced", "exit.plain", "exit.snp");
    /** Most actors, and most cores. */
    public static final int MOST_ACTORS = 128;
    /** Most pages, MiB, APs or hundreds of IPIs on one way. */
    public static final int MOST_AMOUNT = 16_384;

    private static final String SOURCE = "docs/timing.md";

    private StationsMachine() {
    }

    /**
     * A machine on which so many actors go the ways of {@code story}.
     *
     * @param actors 1 to 128
     * @param cores how many can compute at once, 1 to 128
     * @param amount pages, MiB, APs or hundreds of IPIs, as the story has it, 0 to 16,384
     */
    public static Model of(Story story, int actors, int cores, int amount, Design design) {
        ModelBuilder model = new ModelBuilder("stations", design);
        Places places = new Places(
                model.region("places"), actors, cores, design.get(Mailbox.SWITCH));
        List<Traveller> all = new ArrayList<>();
        for (int i = 0; i < actors; i++) {
            String name = story.actor() + i;
            List<Visit> way = story.way(i, amount, design);
            Traveller own = new Traveller(model.region(name), way);
            model.program(model.actor(name), own, own.code, Traveller.walk(way, places));
            all.add(own);
        }
        model.never("one-command", "two commands are in the firmware's mailbox",
                places::isMixedUp)
                .because("there is one buffer, and its answer would be another's")
                .from(SOURCE);
        model.reachable("through", "everybody is at the end of his way",
                () -> all.stream().allMatch(own -> own.code.isIdle()));
        return model.build();
    }
}
