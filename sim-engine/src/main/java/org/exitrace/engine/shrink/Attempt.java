package org.exitrace.engine.shrink;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Step;

/** Runs a model until one property breaks, whatever other promises it breaks on the way. */
final class Attempt {

    private final Model model;
    private final String property;

    Attempt(Model model, String property) {
        this.model = model;
        this.property = property;
    }

    /**
     * The steps up to the first state that breaks the property; {@code null} if none does.
     *
     * @param chooser picks the steps; one that needs no more than to be asked
     */
    List<String> run(Scheduler chooser, long mostSteps) {
        List<String> taken = new ArrayList<>();
        boolean[] broke = new boolean[1];
        Scheduler untilBroken = new Scheduler() {
            @Override
            public void begins(Model started) {
                chooser.begins(started);
            }

            @Override
            public Step next(Enabled enabled) {
                return broke[0] ? null : chooser.next(enabled);
            }

            @Override
            public void taken(Step step) {
                taken.add(step.fullName());
            }
        };
        RunObserver watch = new RunObserver() {
            @Override
            public void broken(Property which, long number) {
                broke[0] |= which.id().equals(property);
            }
        };
        new Run(model, untilBroken).tell(watch).goOnWhenBroken().atMost(mostSteps).go();
        return broke[0] ? taken : null;
    }
}
