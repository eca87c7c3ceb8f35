package org.exitrace.scenarios.file;

import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;

/**
 * One design of a scenario: how the machine behaves, what is expected, and how it is tried.
 *
 * @param name as the file names it
 * @param line where the file names it, from 1
 * @param title what the design does, in one line; may be empty
 * @param switches the value of every switch
 * @param machine the machine that it is tried on
 * @param expectation what it shows
 * @param recorded file name of the recorded schedule that it is replayed by; may be empty
 * @param exploration how far it is searched, where it is
 * @param runs which seeded runs are made of it, where any are
 */
public record ScenarioDesign(
        String name, int line, String title, Design switches, MachineSpec machine,
        Expectation expectation, String recorded, Optional<ExplorationPlan> exploration,
        Optional<RunsPlan> runs) {

    /** Whether it has a recorded schedule. */
    public boolean isRecorded() {
        return !recorded.isEmpty();
    }

    /** The same with another value of one switch: nothing is expected of it any more. */
    public ScenarioDesign with(String switchName, String label) {
        return with(switches.with(switchName, label));
    }

    /** The same with other values of the switches: nothing is expected of it any more. */
    public ScenarioDesign with(Design changed) {
        return changed.equals(switches) ? this : new ScenarioDesign(changedName(), line,
                title, changed, machine, Expectation.NONE, "", exploration, runs);
    }

    /**
     * The same on another machine of {@code kind}, with the values of those switches that such a
     * machine has: nothing is expected of it any more.
     */
    public ScenarioDesign on(MachineSpec other, MachineKind kind) {
        return other.equals(machine) ? this : new ScenarioDesign(changedName(), line, title,
                switches.among(kind.switches(other.parameters())), other, Expectation.NONE, "",
                exploration, runs);
    }

    private String changedName() {
        return name.endsWith("*") ? name : name + "*";
    }
}
