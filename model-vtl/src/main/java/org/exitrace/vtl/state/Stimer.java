package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/**
 * A synthetic timer of a VTL that expires once for each arming, or again (docs/vtl.md c.3 N10): in
 * message mode it posts to a SINT, in direct mode it requests a vector of the local APIC. Whom it
 * sends to is one number, behind those of the SINTs a vector's.
 */
public final class Stimer extends Region {

    /** To whom it sends; none while it is not armed. */
    private final IndexCell armed;
    /** To whom the timer that was told of here has sent, and what has not been served. */
    private final IndexCell expired;
    /** It has expired, and nothing was written yet. */
    private final FlagCell owed = ghost().flag("timer_owed");
    private final Synic synic;
    private final Lapic apic;
    private final int sints;
    private final Ticks ticks;

    Stimer(CellScope scope, Synic synic, Lapic apic, int sints, int vectors, Ticks ticks) {
        super(scope);
        this.synic = synic;
        this.apic = apic;
        this.sints = sints;
        this.ticks = ticks;
        armed = cells().index("timer", sints + vectors);
        expired = cells().index("expired", sints + vectors);
    }

    /** Arms it in message mode. */
    public void arm(int sint) {
        stop();
        armed.become(sint);
    }

    /** Arms it in direct mode. */
    public void armDirect(int vector) {
        stop();
        armed.become(sints + vector);
    }

    /** Lets it expire {@code times} times, from the arming that was just made. */
    public void repeat(int times, boolean isLazy) {
        ticks.begin(times, isLazy);
    }

    /** Writes 0 to its count: it does not expire any more. */
    public void stop() {
        armed.clear();
        if (ticks != null) {
            ticks.resets();
        }
    }

    /** Whether it may expire now. */
    public boolean mayExpire() {
        return !armed.isNone() && (ticks == null || !isExpired() || !ticks.catchesUp());
    }

    /** Whether an expiration was skipped although it is not lazy. */
    public boolean hasSkipped() {
        return ticks.skipped.isSet();
    }

    /** It expires, and {@code told} is the timer of whose VTL it is told. */
    public void expires(Stimer told) {
        if (ticks != null && told.isExpired()) {
            ticks.skips();
        }
        owed.raise();
        told.expired.become(armed.get());
        if (ticks == null || ticks.isOver()) {
            armed.clear();
        }
    }

    /** Whether it was told of, and nobody has served that. */
    public boolean isExpired() {
        return !expired.isNone();
    }

    /** Whether what was told is in direct mode. */
    public boolean isDirect() {
        return isExpired() && expired.get() >= sints;
    }

    /** It is not armed, and what was told is forgotten. */
    void resets() {
        armed.clear();
        expired.clear();
        owed.clear();
        if (ticks != null) {
            ticks.resets();
        }
    }

    /**
     * The host serves it: writes the message, if there is one; whether the vector is due. A reset
     * may have come in between, behind which nothing is.
     */
    public boolean serve() {
        if (!isExpired()) {
            return false;
        }
        if (!owed.testAndClear()) {
            synic.strayed.raise();
        }
        if (ticks != null && !isDirect() && ticks.isTriedOnce()
                && !synic.slots().get(expired.get()).isEmpty()) {
            ticks.skips();
            return false;
        }
        return isDirect() || synic.write(expired.get(), SynicMessage.TIMER_EXPIRED);
    }

    /** The host requests the vector of the SINT, or its own. */
    public void request() {
        if (!isExpired()) {
            return;
        }
        if (isDirect()) {
            apic.request(expired.get() - sints);
        } else {
            synic.signal(expired.get(), apic);
        }
    }

    /** It has been served. */
    public void isServed() {
        expired.clear();
    }
}
