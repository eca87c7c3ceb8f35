package org.exitrace.engine.run;

import org.exitrace.engine.step.Step;

/** How a run gets from state to state, and what it knows of the state that it is in. */
interface Walk {

    /** Begins in a run's first state, which is loaded. */
    void begin(RunObserver[] told, PropertyTally tally);

    /** What can be done now. */
    Enabled enabled();

    /** Takes {@code step} as the {@code number}-th of the run. */
    void take(Step step, long number);

    /** Holds the properties against the state behind step {@code number}. */
    void look(long number);

    /** Ends, however the run ends; the state reached is loaded. May be told again. */
    void end();
}
