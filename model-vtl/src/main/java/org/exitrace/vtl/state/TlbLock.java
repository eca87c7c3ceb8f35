package org.exitrace.vtl.state;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/**
 * TlbLocked of one VTL of one virtual processor, and what its own flushes wait for. Source:
 * docs/vtl.md c.5.
 */
public final class TlbLock extends Region {

    /** The higher VTLs that have locked its translations. */
    public final BitsCell lockedBy;
    /** The virtual processor whose lock its flush waits for. */
    public final IndexCell waitsFor;
    /** A flush of it was over before a lock that it had met. */
    public final FlagCell ignored = ghost().flag("ignored");
    /** None in a machine in which nobody locks. */
    private final Optional<LockJudge> judge;
    private final int vtl;
    private Optional<TlbWait> wait = Optional.empty();

    TlbLock(CellScope scope, int vtl, VtlBounds bounds, boolean isUsed) {
        super(scope);
        this.vtl = vtl;
        lockedBy = cells().bits("locked_by", bounds.vtls());
        waitsFor = cells().index("flush_waits_for", bounds.vps());
        judge = isUsed ? Optional.of(new LockJudge(scope, bounds)) : Optional.empty();
    }

    /** The host has a way of its own to let a flush wait. */
    public void waitsBy(TlbWait own) {
        wait = Optional.of(own);
    }

    /** Whether its VTL does not go on, since its flush waits. */
    public boolean holds() {
        return wait.map(TlbWait::holds).orElseGet(() -> !waitsFor.isNone());
    }

    /** Whether its VTL waits for a lock of its own virtual processor, number {@code vp}. */
    public boolean awaitsItself(int vp) {
        return wait.map(TlbWait::awaitsItself).orElseGet(() -> waitsFor.is(vp));
    }

    /** {@code owner} has read that it has locked: from now on it may count on that. */
    public void isCountedOnBy(Vtl owner) {
        judge.orElseThrow().counts(owner.number());
    }

    /** A flush of its VTL asks the virtual processor of {@code reached}. */
    public void flushReaches(Vtl reached) {
        reaches(reached, false);
    }

    /** A change of masks of its VTL, by its virtual processor, asks that of {@code reached}. */
    public void masksReach(Vtl reached) {
        reaches(reached, true);
    }

    private void reaches(Vtl reached, boolean byMasks) {
        if (reached.number() == vtl
                && reached.view().lock().judge.filter(LockJudge::isCountedOn).isPresent()) {
            judge.orElseThrow().meets(reached.vp().number(), byMasks);
        }
    }

    /** Its VTL sees that its flush hypercall is over. */
    public void flushIsOver() {
        if (judge.filter(LockJudge::isFlushEarly).isPresent()) {
            ignored.raise();
        }
    }

    /** Its VTL is entered. */
    public void isEntered() {
        judge.ifPresent(LockJudge::isEntered);
    }

    /** Whether it was entered before a lock was over that a change of its masks had met. */
    public boolean isPassedByMasks() {
        return judge.filter(LockJudge::isPassed).isPresent();
    }

    /** {@code owner} gives it up; flushes of {@code all} have outlasted it with its last owner. */
    void isGivenUpBy(Vtl owner, List<TlbLock> all) {
        lockedBy.remove(owner.number());
        if (judge.filter(known -> known.ends(owner.number())).isPresent()) {
            all.stream().filter(other -> other.vtl == vtl).forEach(other ->
                    other.judge.orElseThrow().outlasts(owner.vp().number()));
        }
    }

    void resets() {
        lockedBy.clear();
        judge.ifPresent(LockJudge::resets);
    }
}
