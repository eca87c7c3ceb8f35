package org.exitrace.vtl.state;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * What has to be known of TlbLocked and of flushes to tell whether one went past the other, in any
 * host and however it looks at locks: whose owner may count on a lock, and which locks a flush has
 * met and not outlasted. A flush meets a lock where it asks a virtual processor to drop its
 * translations while the owner of the lock may count on it. Source: docs/vtl.md c.5, I-39.
 */
final class LockJudge extends Region {

    /** The higher VTLs that have read that they have locked. */
    private final BitsCell counted;
    /** The virtual processors whose locks its flush has met, and that are held since. */
    private final BitsCell metByFlush;
    /** Those whose locks a change of its masks has met, by its own virtual processor. */
    private final BitsCell metByMasks;
    /** It was entered before a lock was over that a change of its masks had met. */
    private final FlagCell passed = ghost().flag("passed_by_masks");

    LockJudge(CellScope scope, VtlBounds bounds) {
        super(scope);
        counted = ghost().bits("counted", bounds.vtls());
        metByFlush = ghost().bits("met_by_flush", bounds.vps());
        metByMasks = ghost().bits("met_by_masks", bounds.vps());
    }

    void counts(int owner) {
        counted.add(owner);
    }

    /** Whether {@code owner}, which counts on it no longer, was the last one. */
    boolean ends(int owner) {
        boolean was = !counted.isEmpty();
        counted.remove(owner);
        return was && counted.isEmpty();
    }

    boolean isCountedOn() {
        return !counted.isEmpty();
    }

    void meets(int vp, boolean byMasks) {
        (byMasks ? metByMasks : metByFlush).add(vp);
    }

    /** The lock of that virtual processor is over. */
    void outlasts(int vp) {
        metByFlush.remove(vp);
        metByMasks.remove(vp);
    }

    /** The flush is over; whether a lock that it has met is not. */
    boolean isFlushEarly() {
        boolean early = !metByFlush.isEmpty();
        metByFlush.clear();
        return early;
    }

    /** The VTL is entered. */
    void isEntered() {
        if (!metByMasks.isEmpty()) {
            passed.raise();
        }
        metByMasks.clear();
    }

    boolean isPassed() {
        return passed.isSet();
    }

    void resets() {
        counted.clear();
        metByFlush.clear();
        metByMasks.clear();
    }
}
