package org.exitrace.vtl.host;

/** A vCPU that others ask to drop its translations, and to leave the guest. */
public interface FlushTarget extends FlushedVcpu {

    /**
     * Whether it has to be sent an interrupt: it executes. One who {@code waits} sends his own
     * even if another is on its way.
     */
    boolean needsInterrupt(boolean waits);

    /** Whether an interrupt that is sent now still finds it where it has to be left. */
    boolean isInside();
}
