package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;

/** One difference between kernels, with a switch of its own. */
public interface Change {

    /** The first profile that has it. */
    KernelProfile since();

    /** The switch that takes it out or puts it in. */
    Switch<Presence> choice();
}
