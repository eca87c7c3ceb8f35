package org.exitrace.vtl.protocol.inhibit;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.section.GracePeriod;
import org.exitrace.vtl.protocol.section.ReadSection;
import org.exitrace.vtl.state.TlbWait;

/** What docs/vtl.md d.8 gives a vCPU: who inhibits its flushes, and whom its own flush awaits. */
public final class FlushInhibit extends Region implements TlbWait {

    final FlagCell inhibit = cells().flag("inhibit");
    /** waiting_on: for whose release its flush waits. */
    final IndexCell waitingOn;
    /** It is not run. */
    final FlagCell suspended = cells().flag("suspended");
    /** It has left the hypercall, which will be made again. */
    final FlagCell asleep = ghost().flag("asleep");
    /** The ioctl that inhibits has returned, and that which releases was not called. */
    final FlagCell held = ghost().flag("held");
    /** The release has returned. */
    final FlagCell released = ghost().flag("released");
    final GracePeriod period;
    final int index;

    /** Of the one of that index among {@code count} vCPUs, which look and flush in a section. */
    public FlushInhibit(CellScope scope, int index, int count, ReadSection section) {
        super(scope);
        this.index = index;
        waitingOn = cells().index("waiting_on", count);
        period = section.period(scope.in("synchronize_srcu"));
    }

    /** Whether a flush of it has to wait. */
    public boolean isInhibited() {
        return inhibit.isSet();
    }

    /** Whether somebody may count on it that it is not flushed. */
    public boolean isHeld() {
        return held.isSet();
    }

    /** It is not run, since its flush waits for a release. */
    @Override
    public boolean holds() {
        return suspended.isSet();
    }

    @Override
    public boolean awaitsItself() {
        return isAwaitedBy(this);
    }

    /** Its flush has left the hypercall. */
    public void sleeps() {
        asleep.raise();
    }

    /** It runs again, if it was not run. */
    public void wakes() {
        asleep.clear();
    }

    boolean isAwaitedBy(FlushInhibit flusher) {
        return flusher.suspended.isSet() && flusher.waitingOn.is(index);
    }

    /** Nothing inhibits it any more, and {@code flusher} still waits for that. */
    public boolean isAwaitedInVainBy(FlushInhibit flusher) {
        return inhibit.isClear() && released.isSet() && isAwaitedBy(flusher)
                && flusher.asleep.isSet();
    }
}
