package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** What the threads of the VMM tell each other. */
final class VmmState extends Region {

    /** vCPUs may run. */
    final FlagCell started = cells().flag("started");
    /** The guest's owner saw a wrong measurement: nothing starts. */
    final FlagCell withheld = cells().flag("withheld");
    /** The mirror's vCPU is there. */
    final FlagCell mirrorMade = cells().flag("mirror.made");
    /** The main vCPU is signalled out of the guest, and kept out. */
    final FlagCell kickMain = cells().flag("main.kick");
    /** The mirror's vCPU is signalled out of the guest, and kept out. */
    final FlagCell kickMirror = cells().flag("mirror.kick");
    /** The main vCPU's thread is in KVM_RUN, or on its way there. */
    final FlagCell mainRuns = cells().flag("main.runs");
    /** So is the mirror's thread, or whoever runs the mirror. */
    final FlagCell mirrorRuns = cells().flag("mirror.runs");
    /** The mirror's thread has ended. */
    final FlagCell mirrorLeft = cells().flag("mirror.left");
    /** The VM is stopped. */
    final FlagCell stopped = cells().flag("stopped");
    /** The VM ends. */
    final FlagCell ends = cells().flag("ends");
    /** The guest's memory was given back. */
    final FlagCell memoryFreed = cells().flag("memory.freed");
    /** A request is on its way, and the asker waits for its answer. */
    final FlagCell asking = cells().flag("asking");
    /** A request timed out. */
    final FlagCell timedOut = cells().flag("timed_out");
    /** Requests made. */
    final CountCell asked = cells().count("asked", Mailbox.MOST_REQUESTS);
    /** Answers taken. */
    final CountCell answered = cells().count("answered", Mailbox.MOST_REQUESTS);
    /** The story is through. */
    final FlagCell through = cells().flag("through");

    VmmState(CellScope scope) {
        super(scope);
    }
}
