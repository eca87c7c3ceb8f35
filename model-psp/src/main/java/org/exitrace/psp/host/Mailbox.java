package org.exitrace.psp.host;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.Status;

/**
 * What the PSP and x86 software share of the mailbox: the registers, the interrupt line, and the
 * driver's staging page {@code cmd_buf}.
 */
public final class Mailbox extends Region {

    /** The address registers hold the staging page's address. */
    public final FlagCell addressSet = cells().flag("CmdBufAddr");
    /** The command register was written and the PSP has not seen it. */
    public final FlagCell doorbell = cells().flag("CmdResp.doorbell");
    /** Bit 31 of the command register: the response is there. */
    public final FlagCell ready = cells().flag("CmdResp.ready").initially(true);
    /** Bits 15:0 of the command register. */
    public final EnumCell<Status> status = cells().choice("CmdResp.status", Status.class);
    /** Bit 1 of the interrupt status register: an SEV command is complete. */
    public final FlagCell intStatus = cells().flag("INTSTS.sev");
    /** The edge that the interrupt handler has not been called for. */
    public final FlagCell irq = cells().flag("irq");
    /** The staging page as the caller filled it. */
    public final CommandCells buffer;
    /** What the firmware wrote back into the staging page: the handle of a new guest; or 0. */
    public final CountCell handle;
    /** What else it wrote for the caller: a digest, a measurement, a status; 0 for nothing. */
    public final WordCell answer;

    /** Declares it in {@code scope}. */
    public Mailbox(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        buffer = new CommandCells(cells().in("cmd_buf"), bounds);
        handle = cells().count("cmd_buf.new-handle", bounds.handles());
        answer = cells().word("cmd_buf.answer");
    }

    /** What was in the staging page and in the registers is of no use any more. */
    void forget() {
        addressSet.clear();
        status.clear();
        handle.clear();
        answer.clear();
        buffer.clear();
    }
}
