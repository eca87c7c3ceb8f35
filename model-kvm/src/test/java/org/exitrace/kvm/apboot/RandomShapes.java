package org.exitrace.kvm.apboot;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.kvm.design.InitSipiEvents;

/** Any machine that boots APs, in any design in which there is one. */
final class RandomShapes {

    private RandomShapes() {
    }

    /**
     * A shape and what its design's switches are chosen by.
     *
     * @param shape of the machine
     * @param choices its digits choose the switches
     */
    record Chosen(ApBootShape shape, long choices) {

        /** The usual design but for the switches that the digits choose. */
        Design design() {
            Design design = ApBoot.usualDesign();
            long left = choices;
            for (Switch<?> one : ApBoot.SWITCHES) {
                int count = one.values().size();
                String label = one.values().get((int) (left % count)).label();
                if (one != InitSipiEvents.SWITCH || !shape.sevEs()) {
                    design = design.with(one.name(), label);
                }
                left /= count;
            }
            return shape.sevEs() ? design : design.with("restart", "bare-init-sipi");
        }

        Model machine() {
            return ApBoot.machine(shape, design());
        }
    }

    static Arbitrary<Chosen> any(int mostAps, int mostOutside) {
        Arbitrary<Integer> outside = Arbitraries.integers().between(0, mostOutside);
        return Combinators.combine(Arbitraries.of(stories()),
                Arbitraries.integers().between(1, mostAps),
                Arbitraries.integers().between(1, 2), Arbitraries.of(true, false),
                Arbitraries.of(List.of("kernel", "user", "plain")), outside, outside,
                Arbitraries.longs().between(0, 1L << 40))
                .as((story, aps, rounds, flag, kind, nmis, blocks, choices) ->
                        chosen(story, aps, rounds, flag, kind, nmis, blocks, choices))
                .filter(chosen -> ApBoot.refuses(
                        chosen.shape(), ApBootScripts.NONE, chosen.design()).isEmpty());
    }

    private static List<Story> stories() {
        return List.of(Story.values()).stream().filter(story -> story != Story.SCRIPTED).toList();
    }

    private static Chosen chosen(Story story, int aps, int rounds, boolean serial, String kind,
            int nmis, int blocks, long choices) {
        boolean plain = kind.equals("plain") && story == Story.HOTPLUG;
        boolean user = kind.equals("user") && story == Story.POWER_ON;
        int sipis = (int) (choices % 2) + 1;
        return new Chosen(new ApBootShape(story, aps, rounds, serial, sipis, nmis, nmis, blocks,
                !plain, user, ApStart.OFF), choices);
    }
}
