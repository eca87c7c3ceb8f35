package org.exitrace.ghcb.memory;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;

/**
 * What one virtual CPU of an SNP guest keeps while it changes the state of pages. The memory and
 * the page table are those of the whole guest.
 */
public final class SnpSide extends Region {

    /** What the last PVALIDATE or access gave; dead, and DONE, between two operations. */
    public final EnumCell<PageAnswer> answer = cells().choice("answer", PageAnswer.class);
    /** {@code cur_entry} of the list as it was read last. */
    public final WordCell cur = cells().word("cur_entry");
    /** {@code end_entry} of the list as it was read last. */
    public final WordCell end = cells().word("end_entry");
    /** The list was handed to the host before, with {@link #issuedCur}. */
    public final FlagCell issued = cells().flag("issued");
    /** {@code cur_entry} with which the list was handed to the host last. */
    public final WordCell issuedCur = cells().word("issued_cur_entry");

    /** What must come first is done: PVALIDATE to shared, the reply to private. */
    public final FlagCell prepared = ghost().flag("prepared");
    /** SW_EXITINFO2 was not 0 when a guest looked at the reply, and not at it. */
    public final FlagCell failed = ghost().flag("failed");
    /** PVALIDATE and request came in the wrong order. */
    public final FlagCell outOfOrder = ghost().flag("out_of_order");
    /** The guest went on with a page that was not what it believed. */
    public final FlagCell unchangedIgnored = ghost().flag("unchanged_ignored");
    /** The guest went on although SW_EXITINFO2 said that the change failed. */
    public final FlagCell errorIgnored = ghost().flag("error_ignored");
    /** The guest handed a list to the host once more that had gone back, or had another end. */
    public final FlagCell rewoundReissued = ghost().flag("rewound_reissued");
    /** A list stands with the host that is neither completed nor refused. */
    public final FlagCell pending = ghost().flag("list_pending");

    /** The guest's memory. */
    public final GuestMemory memory;
    /** The guest's page table. */
    public final PageTable table;

    /** Declares its cells in {@code scope}. */
    public SnpSide(CellScope scope, GuestMemory memory, PageTable table) {
        super(scope);
        this.memory = memory;
        this.table = table;
    }

    /** Forgets the list, which is dead once it was answered. */
    public void forgetList() {
        pending.clear();
        cur.clear();
        end.clear();
        issued.clear();
        issuedCur.clear();
        failed.clear();
    }

    /** Forgets all that is dead between two operations; who takes an answer forgets that. */
    public void forget() {
        forgetList();
        prepared.clear();
    }
}
