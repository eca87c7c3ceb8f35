package org.exitrace.engine.step;

import java.util.List;

/**
 * Somebody who offers steps: a single guarded step, or a program that offers those at its program
 * counter. What it offers depends on the cells that it reads while offering, and on nothing else.
 */
public interface StepSource {

    /** Who takes the steps. */
    Actor actor();

    /** All steps that it could ever offer, in order. */
    List<Step> steps();

    /**
     * Writes the steps that are enabled now to {@code into} from {@code count} on.
     *
     * @return {@code count} plus the number of steps written
     */
    int offer(Step[] into, int count);

    /** Whether somebody waits here for ever unless something happens, and ought not to. */
    boolean waits();

    /** Where it waits, in words; empty where it does not. */
    String waitsAt();
}
