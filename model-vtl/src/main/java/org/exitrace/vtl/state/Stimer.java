package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/**
 * A synthetic timer of a VTL that expires once for each arming (docs/vtl.md c.3 N10): in message
 * mode it posts to a SINT, in direct mode it requests a vector of the local APIC. Whom it sends to
 * is one number, behind those of the SINTs a vector's.
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

    Stimer(CellScope scope, Synic synic, Lapic apic, int sints, int vectors) {
        super(scope);
        this.synic = synic;
        this.apic = apic;
        this.sints = sints;
        armed = cells().index("timer", sints + vectors);
        expired = cells().index("expired", sints + vectors);
    }

    /** Arms it in message mode. */
    public void arm(int sint) {
        armed.become(sint);
    }

    /** Arms it in direct mode. */
    public void armDirect(int vector) {
        armed.become(sints + vector);
    }

    /** Whether it will expire. */
    public boolean isArmed() {
        return !armed.isNone();
    }

    /** It expires, and {@code told} is the timer of whose VTL it is told. */
    public void expires(Stimer told) {
        owed.raise();
        told.expired.become(armed.get());
        armed.clear();
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
