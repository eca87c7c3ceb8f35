package org.exitrace.ghcb.linux;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;

/**
 * Guest memory that processors share while an operating system brings APs up. Each access to a
 * field is one step.
 *
 * <p>Source: edk2 DxeMpLib.c and X64/AmdSev.nasm; Linux smpboot.c, kernel/cpu.c, sev core.c.
 */
public final class BringUpMemory extends Region {

    /** The address of the page that firmware sets aside as the jump table. */
    public static final int JUMP_TABLE = 1;

    /** {@code StartupApSignal} of each AP, as long as firmware still wakes them. */
    public final BitsCell startupApSignal;

    /** {@code mNumberToFinish}: how many APs have not reached their last firmware park. */
    public final CountCell numberToFinish;

    /**
     * The instruction pointer word of the jump table was written by the OS.
     *
     * @see org.exitrace.ghcb.spec.ApJumpTable#IP_OFFSET
     */
    public final FlagCell tableIp = cells().flag("jump_table.ip");

    /**
     * The code segment word of the jump table was written by the OS.
     *
     * @see org.exitrace.ghcb.spec.ApJumpTable#CS_OFFSET
     */
    public final FlagCell tableCs = cells().flag("jump_table.cs");

    /** APs that were asked to go offline. */
    public final BitsCell offlineRequested;

    /** {@code ap_sync_state} of each AP: whether it is DEAD. */
    public final BitsCell dead;

    /** {@code ap_sync_state} of each AP: whether it is ALIVE. */
    public final BitsCell alive;

    /** Code, stacks and GHCB pages of the old kernel were overwritten. */
    public final FlagCell oldKernelGone = cells().flag("old_kernel_overwritten");

    /** An AP jumped somewhere that is not the OS's start-up code. */
    public final BitsCell strayed;

    /** An AP executed memory that had been overwritten. */
    public final BitsCell ranOverwritten;

    private final int cpus;

    /** The memory of a guest with {@code aps} application processors. */
    public BringUpMemory(CellScope scope, int aps) {
        super(scope);
        cpus = aps + 1;
        startupApSignal = cpus(cells(), "StartupApSignal");
        numberToFinish = cells().count("mNumberToFinish", aps);
        offlineRequested = cpus(cells(), "offline_requested");
        dead = cpus(cells(), "ap_sync_state.DEAD");
        alive = cpus(cells(), "ap_sync_state.ALIVE");
        strayed = cpus(ghost(), "strayed");
        ranOverwritten = cpus(ghost(), "ran_overwritten");
    }

    private BitsCell cpus(CellScope scope, String name) {
        return scope.bits(name, cpus).named(GuestCpu.names(cpus));
    }
}
