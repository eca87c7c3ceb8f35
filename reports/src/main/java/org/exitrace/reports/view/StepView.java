package org.exitrace.reports.view;

import java.util.List;
import org.exitrace.engine.state.CellChange;

/**
 * One step of a run.
 *
 * @param number place in the run, from 1
 * @param actor index of who took it, in {@link RunView#actors()}
 * @param name name without the actor's, such as {@code kvm_vcpu_kick: send IPI}
 * @param source where the modelled behaviour was read; may be empty
 * @param atNs virtual time at which it was taken, in nanoseconds; 0 in untimed runs
 * @param changes the cells that it changed, in declaration order
 * @param footprint the cells that it read and wrote, where the run was asked to record them
 */
public record StepView(
        int number, int actor, String name, String source, long atNs, List<CellChange> changes,
        FootprintView footprint) {
}
