package org.exitrace.engine.routine;

import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;

/** A step at a label of a program. */
abstract class ProgramStep extends Step {

    ProgramStep(Actor actor, String name) {
        super(actor, name);
    }

    /** Whether it can be taken whenever its program offers it. */
    abstract boolean isUnguarded();

    /** Looks up, once all labels are numbered, where it leads when that never varies. */
    abstract void settle();
}
