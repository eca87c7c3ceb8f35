package org.exitrace.psp.host;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.StagingPages;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * What the PSP and x86 software share of the mailbox: the registers and the interrupt line, and
 * the pages in which commands lie.
 */
public final class Mailbox extends Region {

    /** Which staging page's address the address registers hold. */
    public final EnumCell<StagingPages.Which> address =
            cells().choice("CmdBufAddr", StagingPages.Which.class);
    /** Bits 26:16 of the command register. */
    public final EnumCell<CommandId> command =
            cells().choice("CmdResp.command", CommandId.class);
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
    /** The staging pages. */
    public final StagingPages staging;
    /** The staging page as the caller filled it. */
    public final CommandCells buffer;

    /** Declares the registers in {@code scope}. */
    public Mailbox(CellScope scope, StagingPages staging) {
        super(scope);
        this.staging = staging;
        buffer = staging.command;
    }
}
