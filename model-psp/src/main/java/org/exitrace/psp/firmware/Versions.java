package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * The firmware's version and what the platform reports of it. A TCB version has several parts on
 * hardware; here all of it, the firmware's own version included, is one number, larger being newer.
 */
public final class Versions extends Region {

    /** Newest version that a model knows. */
    public static final int NEWEST = 3;

    /** What runs. */
    public final CountCell current = cells().count("current", NEWEST).initially(1);
    /** Below this there is no way back. */
    public final CountCell committed = cells().count("committed", NEWEST).initially(1);
    /** What SNP_CONFIG asked to report; 0 for {@link #committed}. */
    public final CountCell configured = cells().count("configured", NEWEST);
    /** What ran when the reverse map table was filled; 0 while it is not initialised. */
    public final CountCell ofRmp = cells().count("of_rmp", NEWEST);
    /** SNP_CONFIG: 0, reports do not show the chip's id; 1, none are signed with its key. */
    public final BitsCell masked = cells().bits("masked", 2).named("chip_id", "chip_key");
    /** A VLEK is loaded: reports may be signed with it. */
    public final FlagCell vlek = cells().flag("vlek");

    /** Declares it in {@code scope}: version 1 runs and is committed. */
    public Versions(CellScope scope) {
        super(scope);
    }

    /** The version that reports show, and from which the VCEK is derived. */
    public int reported() {
        return configured.is(0) ? committed.get() : configured.get();
    }
}
