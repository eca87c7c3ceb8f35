package org.exitrace.engine.model;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.step.StepSource;

/** Whether nobody can take a step in the state that is loaded. */
final class Rest implements BooleanSupplier {

    private final List<StepSource> sources;
    private Step[] offered = { };

    /** On each fair schedule it comes to that. */
    static Property promised(List<StepSource> sources) {
        return Property.rest(
                Property.LIVELOCK, "the machine comes to rest", new Rest(sources));
    }

    /** Of all who offer steps; more may be declared until somebody asks. */
    Rest(List<StepSource> sources) {
        this.sources = sources;
    }

    @Override
    public boolean getAsBoolean() {
        if (offered.length == 0) {
            offered = new Step[sources.stream().mapToInt(source -> source.steps().size())
                    .max().orElse(0)];
        }
        for (StepSource source : sources) {
            if (source.offer(offered, 0) > 0) {
                return false;
            }
        }
        return true;
    }
}
