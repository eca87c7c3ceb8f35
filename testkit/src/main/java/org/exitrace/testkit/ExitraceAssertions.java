package org.exitrace.testkit;

import org.exitrace.engine.model.ModelFactory;

/** Where assertions about models and runs begin. */
public final class ExitraceAssertions {

    private ExitraceAssertions() {
    }

    /** What all schedules of a model have to keep, or one of them has to do. */
    public static ModelAssert assertThat(ModelFactory factory) {
        return new ModelAssert(factory);
    }

    /** What one run has to keep. */
    public static PlayoutAssert assertThat(Playout playout) {
        return new PlayoutAssert(playout);
    }
}
