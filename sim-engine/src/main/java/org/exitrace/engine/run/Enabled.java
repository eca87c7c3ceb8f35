package org.exitrace.engine.run;

import org.exitrace.engine.step.Step;

/** The steps that can be taken now, in the model's order of declaration. */
public interface Enabled {

    /** How many there are. */
    int size();

    /** The {@code position}-th, from 0. */
    Step get(int position);

    /** The enabled step of that full name, or {@code null}. */
    default Step find(String fullName) {
        for (int i = 0; i < size(); i++) {
            Step step = get(i);
            if (step.fullName().equals(fullName)) {
                return step;
            }
        }
        return null;
    }
}
