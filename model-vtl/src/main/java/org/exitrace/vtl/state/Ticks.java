package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * What a periodic synthetic timer has besides one that expires once: how often it still expires,
 * which bounds a search, and what becomes of an expiration that finds the one before unserved. The
 * text lets the next one come later where a timer is not lazy, and drops it where it is; KVM takes
 * all for lazy, and tries no message again. Source: docs/vtl.md a.8.
 */
final class Ticks extends Region {

    /** How it was armed last. */
    enum Kind { ONCE, PERIODIC, LAZY }

    /** An expiration of a timer that is not lazy was skipped. */
    final FlagCell skipped = ghost().flag("tick_skipped");
    private final EnumCell<Kind> kind = cells().choice("timer_kind", Kind.class);
    private final CountCell left = cells().count("timer_left", 0, VtlBounds.MOST_TICKS);
    private final boolean allLazy;

    Ticks(CellScope scope, boolean allLazy) {
        super(scope);
        this.allLazy = allLazy;
    }

    void begin(int times, boolean isLazy) {
        kind.become(isLazy ? Kind.LAZY : Kind.PERIODIC);
        left.become(times);
    }

    void resets() {
        kind.clear();
        left.clear();
    }

    /** Whether the next expiration comes only when the one before has been served. */
    boolean catchesUp() {
        return kind.is(Kind.PERIODIC) && !allLazy;
    }

    /** Whether nobody tries its message again. */
    boolean isTriedOnce() {
        return allLazy && !kind.is(Kind.ONCE);
    }

    /** One is gone; whether that was the last. */
    boolean isOver() {
        if (!left.is(0)) {
            left.decrement();
        }
        return left.is(0);
    }

    /** One is told to nobody. */
    void skips() {
        if (kind.is(Kind.PERIODIC)) {
            skipped.raise();
        }
    }
}
