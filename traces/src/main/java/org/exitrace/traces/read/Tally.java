package org.exitrace.traces.read;

import java.util.List;
import org.exitrace.traces.line.DamagedLine;

/**
 * What a reader has seen so far, and what was wrong with it.
 *
 * @param lines all of them
 * @param headings that are no events: comments, empty lines, call chains
 * @param known events of KVM that the table knows
 * @param others other events, kept as they are
 * @param damaged lines that nobody can understand
 * @param firstDamaged the first few of these
 * @param lostMarks lines that say that events were lost
 * @param lostEvents how many, as far as these lines know
 * @param backwards events with a time before the one in front of them, on the same CPU; where lines
 *     name no CPU, all are taken for one
 * @param outOfOrder events with a time before one in front of them on another CPU only
 * @param firstNs the least time; -1 where there is no event
 * @param lastNs the greatest time; -1 where there is no event
 * @param stepNs what the clock of the first event can tell apart; 0 where there is no event
 */
public record Tally(long lines, long headings, long known, long others, long damaged,
        List<DamagedLine> firstDamaged, long lostMarks, long lostEvents, Counted backwards,
        Counted outOfOrder, long firstNs, long lastNs, long stepNs) {

    /** Copies the list. */
    public Tally {
        firstDamaged = List.copyOf(firstDamaged);
    }

    /** All events. */
    public long events() {
        return known + others;
    }

    /**
     * How often something was seen.
     *
     * @param count how often
     * @param firstLine where first; 0 where never
     */
    public record Counted(long count, long firstLine) {
    }
}
