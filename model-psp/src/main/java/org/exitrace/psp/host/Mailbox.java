package org.exitrace.psp.host;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.Status;

/** The registers of the mailbox, the command buffer in memory, and the driver's mutex. */
public final class Mailbox extends Region {

    /** {@code sev_cmd_mutex}. */
    public final MutexCell commandMutex = new MutexCell(cells(), "sev_cmd_mutex");
    /** A command was written and the firmware has not seen it. */
    public final FlagCell doorbell = cells().flag("doorbell");
    /** Bit 31 of the command register: the response is there. */
    public final FlagCell ready = cells().flag("ready").initially(true);
    /** Bits 15:0 of the command register. */
    public final EnumCell<Status> status = cells().choice("status", Status.class);
    /** What the firmware wrote back into the buffer: the handle of a new guest. */
    public final CountCell handle;
    /** What else it wrote for the caller: a digest, a measurement, a status; 0 for nothing. */
    public final WordCell answer = cells().word("answer");
    /** The command buffer. */
    public final CommandCells buffer;

    /** Declares it in {@code scope}. */
    public Mailbox(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        handle = cells().count("handle", bounds.handles());
        buffer = new CommandCells(cells().in("buffer"), bounds);
    }
}
