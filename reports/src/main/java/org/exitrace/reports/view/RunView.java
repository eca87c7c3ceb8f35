package org.exitrace.reports.view;

import java.util.List;

/**
 * A finished run as reports see it. States are not kept: each follows from {@link #cells()} and the
 * changes of the steps up to it.
 */
public interface RunView {

    /** What was run, and how to run it again. */
    RunHeading heading();

    /** Names of the actors; a lane each, in this order. */
    List<String> actors();

    /** All cells in declaration order, with their values in the first state. */
    List<CellView> cells();

    /** How many steps were taken. */
    int stepCount();

    /** The step of that number, from 1 to {@link #stepCount()}. */
    StepView step(int number);

    /** Who can act and who waits behind step {@code number}; 0 asks for the first state. */
    Activity activity(int number);

    /** What steps meant to later steps of other actors; by the later step, then the earlier. */
    List<Arrow> arrows();

    /** The properties and what the run showed of each, in declaration order. */
    List<PropertyView> properties();

    /** The cells whose values stand in the lanes; at most one an actor. */
    List<LaneState> laneStates();

    /** Who waits where behind the last step, in words. */
    List<String> waiting();
}
