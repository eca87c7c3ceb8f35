package org.exitrace.engine.run;

import org.exitrace.engine.step.Step;

/** Takes the enabled step that was declared first: the plainest schedule. */
public final class InOrder implements Scheduler {

    @Override
    public Step next(Enabled enabled) {
        return enabled.get(0);
    }
}
