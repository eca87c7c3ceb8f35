package org.exitrace.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;

/**
 * What can be taken at one point of a schedule, as a token tells it: does the actor that stepped
 * last go on, and then as many low bits of the name's hash as tell the candidates apart.
 *
 * @param own steps of the actor that stepped last
 * @param others steps of all other actors
 */
record ChoicePoint(List<Step> own, List<Step> others) {

    static ChoicePoint of(Enabled enabled, Actor last) {
        List<Step> own = new ArrayList<>();
        List<Step> others = new ArrayList<>();
        for (int i = 0; i < enabled.size(); i++) {
            Step step = enabled.get(i);
            (step.actor().equals(last) ? own : others).add(step);
        }
        return new ChoicePoint(own, others);
    }

    /** Whether both going on and changing over is possible. */
    boolean mayStayOrSwitch() {
        return !own.isEmpty() && !others.isEmpty();
    }

    /** How many low bits of the hash tell all candidates apart; none for a single one. */
    static int bitsFor(List<Step> candidates) {
        int bits = 0;
        while (bits < Long.SIZE && !tellsApart(candidates, bits)) {
            bits++;
        }
        return bits;
    }

    static long code(Step step, int bits) {
        return bits == 0 ? 0 : Fingerprint.ofText(step.fullName()) & -1L >>> Long.SIZE - bits;
    }

    private static boolean tellsApart(List<Step> candidates, int bits) {
        return candidates.stream().mapToLong(step -> code(step, bits)).distinct().count()
                == candidates.size();
    }
}
