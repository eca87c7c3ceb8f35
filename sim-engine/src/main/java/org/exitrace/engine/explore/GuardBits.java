package org.exitrace.engine.explore;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.GuardedStep;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/**
 * Which guards of sentences hold. Programs have no bits here: they know by their counters what to
 * offer, and are asked each time.
 */
final class GuardBits extends InheritedAnswers {

    private final GuardWatch watch;
    private final GuardedStep<?>[] guarded;
    private final int[] stepOf;
    private final StepSource[] programs;
    private final Step[] offered;

    GuardBits(Model model, GuardWatch watch) {
        this(model, watch, sources(model, true), sources(model, false));
    }

    private GuardBits(
            Model model, GuardWatch watch, List<StepSource> sentences, List<StepSource> others) {
        super(model, sentences.size());
        this.watch = watch;
        guarded = sentences.toArray(GuardedStep<?>[]::new);
        stepOf = sentences.stream().mapToInt(source -> source.steps().get(0).index()).toArray();
        programs = others.toArray(StepSource[]::new);
        offered = model.stepBuffer();
    }

    private static List<StepSource> sources(Model model, boolean sentences) {
        List<StepSource> some = new ArrayList<>();
        for (int i = 0; i < model.sourceCount(); i++) {
            if (model.source(i) instanceof GuardedStep<?> == sentences) {
                some.add(model.source(i));
            }
        }
        return some;
    }

    @Override
    boolean ask(int guard) {
        watch.asks(guarded[guard]);
        boolean holds = guarded[guard].enabled();
        watch.asksNobody();
        return holds;
    }

    /** Writes the indices of the steps that can be taken in the loaded state, and counts them. */
    int enabled(long[] bits, int at, int[] into) {
        int count = 0;
        for (int slot = 0; slot < longs(); slot++) {
            for (long left = bits[at + slot]; left != 0; left &= left - 1) {
                into[count++] = stepOf[(slot << 6) + Long.numberOfTrailingZeros(left)];
            }
        }
        for (StepSource program : programs) {
            watch.asks(program);
            int offers = program.offer(offered, 0);
            watch.asksNobody();
            for (int i = 0; i < offers; i++) {
                into[count++] = offered[i].index();
            }
        }
        return count;
    }
}
