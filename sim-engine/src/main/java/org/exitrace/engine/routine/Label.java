package org.exitrace.engine.routine;

import java.util.ArrayList;
import java.util.List;

/** One place of a program: the steps that can be taken there. */
final class Label {

    final String name;
    final boolean mayRest;
    final List<ProgramStep> steps = new ArrayList<>();
    int place;

    Label(String name, boolean mayRest) {
        this.name = name;
        this.mayRest = mayRest;
    }

    /** A jump here; valid once all places are numbered. */
    Jump jump() {
        return new Jump() {
            @Override
            int resolve() {
                return place;
            }

            @Override
            int fixed() {
                return place;
            }
        };
    }
}
