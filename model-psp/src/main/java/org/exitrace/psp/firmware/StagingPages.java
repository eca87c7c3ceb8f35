package org.exitrace.psp.firmware;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.spec.PageState;

/**
 * The two pages in which the driver puts commands, {@code cmd_buf} and {@code cmd_buf_backup}:
 * memory that x86 software and the firmware share, each with its entry of the reverse map table,
 * which covers both. What is written in them has its cells once: the second page is used when the
 * firmware has taken its copy of what was given in the first, or will never be asked for it.
 */
public final class StagingPages {

    /** Which of the pages. */
    public enum Which {
        /** None. */
        NONE,
        /** The usual one. */
        CMD_BUF,
        /** The one for a command that is given on the way of another. */
        CMD_BUF_BACKUP
    }

    /** How many there are. */
    public static final int COUNT = 2;

    /** The command as the caller filled it in. */
    public final CommandCells command;
    /** What the firmware wrote back for the caller: the handle of a new guest; or 0. */
    public final CountCell handle;
    /** What else it wrote back: a digest, a measurement, a status; 0 for nothing. */
    public final WordCell answer;

    private final List<RmpEntry> entries;

    /** Declares a region for each in {@code model}. */
    StagingPages(ModelBuilder model, FirmwareBounds bounds) {
        CellScope first = model.region("cmd_buf");
        command = new CommandCells(first, bounds);
        handle = first.count("new-handle", bounds.handles());
        answer = first.word("answer");
        entries = List.of(new RmpEntry(first.in("rmp"), bounds),
                new RmpEntry(model.region("cmd_buf_backup").in("rmp"), bounds));
    }

    /** The entry of page {@code which}. */
    public RmpEntry entry(Which which) {
        return entries.get(which.ordinal() - 1);
    }

    /** Another kernel begins: its pages are others, which are its own. */
    public void forget() {
        handle.clear();
        answer.clear();
        entries.forEach(RmpEntry::clear);
    }

    /** The entries of all, in order. */
    List<RmpEntry> entries() {
        return entries;
    }

    /** Whether some page is the firmware's. */
    public boolean isAnyFirmware() {
        return entries.stream().anyMatch(entry -> entry.state() == PageState.FIRMWARE);
    }
}
