package org.exitrace.scenarios.apboot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.kvm.apboot.ApBootShape;
import org.exitrace.kvm.apboot.Story;
import org.exitrace.scenarios.machine.MachineSpec;

/** The parameters of a machine that boots APs, and the shape that they describe. */
final class ApBootParameters {

    static final String STORY = "story";
    static final String APS = "aps";
    static final String ROUNDS = "rounds";
    static final String BRING_UP = "bring-up";
    static final String SIPIS = "sipis";
    static final String NMIS = "nmis";
    static final String INTERRUPTS = "interrupts";
    static final String INIT_BLOCKS = "init-blocks";
    static final String GUEST = "guest";
    static final String LAPIC = "lapic";
    static final String APS_START = "aps-start";

    static final String PLAIN = "plain";
    static final String USER = "user";
    static final String SERIAL = "serial";

    private ApBootParameters() {
    }

    static List<Parameter> all() {
        return List.of(
                Parameter.word(STORY, stories(), "what the guest is about to do")
                        .usually(Story.POWER_ON.label()),
                Parameter.number(APS, 1, 4, "application processors").usually(1),
                Parameter.number(ROUNDS, 1, 3, "rounds of the stories that have them").usually(1),
                Parameter.word(BRING_UP, List.of("parallel", SERIAL),
                        "whether all APs are woken at once, or one after the other")
                        .usually("parallel"),
                Parameter.number(SIPIS, 1, 2, "SIPIs after each INIT").usually(1),
                Parameter.number(NMIS, 0, 3, "NMIs that APs may get at any time").usually(0),
                Parameter.number(INTERRUPTS, 0, 3, "interrupts that APs may get at any time")
                        .usually(0),
                Parameter.number(INIT_BLOCKS, 0, 2, "how often an AP may block INIT for a while")
                        .usually(0),
                Parameter.word(GUEST, List.of("sev-es", PLAIN),
                        "whether the guest's registers are encrypted").usually("sev-es"),
                Parameter.word(LAPIC, List.of("kernel", USER), "where the LAPIC is")
                        .usually("kernel"),
                Parameter.word(APS_START, starts(), "in what state scripted APs begin; the script"
                        + " of a parked one begins when its hold is released")
                        .usually("off"));
    }

    static ApBootShape shape(MachineSpec spec) {
        return new ApBootShape(story(spec), spec.number(APS), spec.number(ROUNDS),
                spec.word(BRING_UP).equals(SERIAL), spec.number(SIPIS), spec.number(NMIS),
                spec.number(INTERRUPTS), spec.number(INIT_BLOCKS), !spec.word(GUEST).equals(PLAIN),
                spec.word(LAPIC).equals(USER),
                ApStart.valueOf(spec.word(APS_START).toUpperCase(Locale.ROOT)));
    }

    static Story story(MachineSpec spec) {
        String label = spec.word(STORY);
        return Arrays.stream(Story.values()).filter(story -> story.label().equals(label))
                .findFirst().orElseThrow();
    }

    private static List<String> stories() {
        return Arrays.stream(Story.values()).map(Story::label).toList();
    }

    private static List<String> starts() {
        return Arrays.stream(ApStart.values())
                .map(start -> start.name().toLowerCase(Locale.ROOT)).toList();
    }
}
