package org.exitrace.vtl.state;

import org.exitrace.engine.routine.EntryPoint;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.InitDrop;

/**
 * INIT and SIPI in the local APIC of a VTL whose virtual processor runs. Both wait there until the
 * VTL is entered, as vectors do (reading); between the two it executes nothing and takes no
 * interrupt, and the processor may go to a higher VTL. Source: docs/vtl.md c.6.
 */
public final class StartupIpis extends Region {

    /** Where a script goes on behind SIPI. */
    public static final EntryPoint VECTOR = new EntryPoint("SIPI");

    /** An INIT took effect though a higher VTL stands in its way. */
    public final FlagCell inSpite = ghost().flag("init_in_spite");
    /** An INIT took effect in another VTL than VTL0, which alone sends one. */
    public final FlagCell strayed = ghost().flag("init_strayed");

    private final FlagCell init = cells().flag("init");
    private final FlagCell sipi = cells().flag("sipi");
    private final FlagCell waiting = cells().flag("waits_for_sipi");
    private final InitDrop drop;
    private ProgramCounter code;
    private boolean hasEntry;

    StartupIpis(CellScope scope, InitDrop drop) {
        super(scope);
        this.drop = drop;
    }

    /** Its processor was reset, and its VTL begins by SIPI. */
    void waits() {
        waiting.raise();
    }

    /** Its VTL executes {@code script}, which may say where it goes on behind SIPI. */
    public void stops(ProgramCounter script, boolean goesOn) {
        code = script;
        hasEntry = goesOn;
    }

    /** INIT has come; a SIPI that was there is older. */
    void takesInit() {
        init.raise();
        sipi.clear();
    }

    /** SIPI has come. */
    void takesSipi() {
        sipi.raise();
    }

    /** The partition is reset. */
    void resets() {
        init.clear();
        sipi.clear();
        waiting.clear();
    }

    /** Whether its VTL waits for SIPI, and takes no interrupt. */
    public boolean isWaiting() {
        return waiting.isSet();
    }

    /** {@code vtl} is about to be entered: whether an INIT takes effect now. */
    boolean begins(Vtl vtl) {
        if (!init.testAndClear() || isDropped(vtl)) {
            return false;
        }
        if (vtl.number() > 0) {
            strayed.raise();
        } else if (vtl.vp().isDenied(vtl) || drop.knowsHigherVtls() && hasAbove(vtl)) {
            inSpite.raise();
        }
        waiting.become(vtl.vp().number() > 0);
        return true;
    }

    /** What the code of its VTL had begun is over; the first processor waits for no SIPI. */
    void ends(Vtl vtl) {
        if (code != null) {
            code.stop();
        }
        if (vtl.vp().number() == 0) {
            goesOn();
        }
    }

    /** {@code vtl} is entered: whether it begins by SIPI. */
    void serves(Vtl vtl) {
        if (sipi.testAndClear() && waiting.isSet() && !isDropped(vtl)) {
            waiting.clear();
            goesOn();
        }
    }

    private void goesOn() {
        if (code != null && hasEntry) {
            code.enter(VECTOR);
        }
    }

    private boolean isDropped(Vtl vtl) {
        return switch (drop) {
            case HIGHER_VTL -> vtl.vp().isDenied(vtl) || hasAbove(vtl);
            case DENIED -> vtl.vp().isDenied(vtl);
            case WHEN_SENT, NONE -> false;
        };
    }

    private static boolean hasAbove(Vtl vtl) {
        return vtl.vp().above(vtl).isPresent();
    }
}
