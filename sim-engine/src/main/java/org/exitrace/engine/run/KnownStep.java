package org.exitrace.engine.run;

import org.exitrace.engine.step.Step;

/** A step that was once taken in a known state: where it leads, and what it changes. */
final class KnownStep {

    final Step step;
    final KnownState to;
    /** What it disables and enables, in the order in which it is told. */
    final Step[] changed;
    /** Which of those it enables. */
    final boolean[] enables;
    /** Another one of the same state, or {@code null}. */
    final KnownStep other;

    KnownStep(Step step, KnownState to, Step[] changed, boolean[] enables, KnownStep other) {
        this.step = step;
        this.to = to;
        this.changed = changed;
        this.enables = enables;
        this.other = other;
    }
}
