package org.exitrace.ghcb.vc;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.ghcb.design.GhcbBackup;
import org.exitrace.ghcb.design.GhcbRelease;
import org.exitrace.ghcb.design.GuestChecks;
import org.exitrace.ghcb.design.GuestCode;
import org.exitrace.ghcb.design.OpcodeCheck;

/** How the #VC handler of a design is built. */
public final class VcDesign {

    /** The questions that it answers, apart from whose code it is. */
    public static final List<Switch<?>> SWITCHES = List.of(GuestChecks.SWITCH,
            OpcodeCheck.SWITCH, GhcbRelease.SWITCH, GhcbBackup.SWITCH);

    private final Design design;

    VcDesign(Design design) {
        this.design = design;
    }

    /** Whether answers are checked. */
    boolean checks() {
        return design.get(GuestChecks.SWITCH) == GuestChecks.AS_CODE;
    }

    /** Whether the instruction is compared with the exit code. */
    boolean comparesOpcode() {
        return design.get(OpcodeCheck.SWITCH) == OpcodeCheck.CHECKED;
    }

    /** Whether a handler leaves an empty bitmap. */
    boolean clearsBitmap() {
        return design.get(GhcbRelease.SWITCH) == GhcbRelease.CLEARED;
    }

    /** Whether a nested handler restores the page. */
    boolean keepsBackup() {
        return design.get(GhcbBackup.SWITCH) == GhcbBackup.KEPT;
    }

    /** Whether an exception of another kind becomes #GP, and is no error of the host. */
    boolean makesProtectionFaults() {
        return design.get(GuestCode.SWITCH) == GuestCode.OVMF;
    }

    /** Whether the GHCB MSR is written before each exit. */
    boolean writesMsr() {
        return design.get(GuestCode.SWITCH) != GuestCode.OVMF;
    }
}
