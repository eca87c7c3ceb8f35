package org.exitrace.ghcb.ovmf;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;

/**
 * Guest memory that OVMF's processors share. Each access to a field is one step.
 *
 * <p>Source: edk2 {@code UefiCpuPkg/Library/MpInitLib/MpLib.c}.
 */
public final class MpMemory extends Region {

    /** {@code FinishedCount}: how many APs have done this round's work. One too many fits. */
    public final CountCell finishedCount;

    /** {@code NumApsExecuting}: how many APs are on their way in the first round. */
    public final CountCell numApsExecuting;

    /** {@code StartupApSignal} of each AP: set to wake it, cleared by the AP that woke. */
    public final BitsCell startupApSignal;

    /** {@code CpuState} of each AP: whether it is {@code CpuStateFinished}. */
    public final BitsCell cpuStateFinished;

    private final int aps;

    /** The memory of a guest with {@code aps} application processors. */
    public MpMemory(CellScope scope, int aps) {
        super(scope);
        this.aps = aps;
        finishedCount = cells().count("FinishedCount", aps + 1);
        numApsExecuting = cells().count("NumApsExecuting", aps);
        startupApSignal = cpus("StartupApSignal");
        cpuStateFinished = cpus("CpuStateFinished");
    }

    private BitsCell cpus(String name) {
        return cells().bits(name, aps + 1).named(GuestCpu.names(aps + 1));
    }

    /** Counts an AP as finished; one too many is remembered, more are not counted. */
    public void countFinished() {
        if (finishedCount.get() <= aps) {
            finishedCount.increment();
        }
    }

    /** Whether all have finished: the BSP waits while the count is less. */
    public boolean allFinished() {
        return finishedCount.get() >= aps;
    }

    /** Whether somebody was counted twice. */
    public boolean countedTwice() {
        return finishedCount.get() > aps;
    }
}
