package org.exitrace.scenarios.campaign;

import org.exitrace.engine.explore.Progress;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/** Told of what a verification does. */
public interface VerificationListener {

    /** {@code design} of {@code scenario} is tried from now on. */
    default void begins(Scenario scenario, ScenarioDesign design) {
    }

    /** The search of the design that is being tried has come so far. */
    default void explored(Progress progress) {
    }

    /** A design was tried. */
    default void ended(VerificationRow row) {
    }
}
