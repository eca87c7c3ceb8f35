package org.exitrace.vtl.state;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.VinaFire;
import org.exitrace.vtl.design.VinaReset;

/**
 * How a VTL is told, while it is active, that an interrupt waits for a lower one: VsmVina, and
 * VinaAsserted of its assist page (docs/vtl.md c.4).
 */
public final class Vina extends Region {

    /** Enabled. */
    public final FlagCell enabled = cells().flag("enabled");
    /** The vector by which it is told. */
    public final CountCell vector;
    /** AutoReset. */
    public final FlagCell autoReset = cells().flag("auto_reset");
    /** VinaAsserted. */
    public final FlagCell asserted = cells().flag("asserted");
    /** It was told for nothing, or once more before it had cleared VinaAsserted. */
    public final FlagCell needless = ghost().flag("needless");
    /** An entry has changed VinaAsserted in another way than AutoReset says. */
    public final FlagCell meddled = ghost().flag("meddled");

    private final VinaReset reset;
    private final VinaFire fire;

    Vina(CellScope scope, Design design, int vectors) {
        super(scope);
        vector = cells().count("vector", 0, vectors - 1);
        reset = design.get(VinaReset.SWITCH);
        fire = design.get(VinaFire.SWITCH);
    }

    /** Whether a VINA may be raised: it is enabled, and none is asserted. */
    public boolean mayRise() {
        return enabled.isSet() && asserted.isClear();
    }

    /** Whether the host tells it of interrupts for {@code lower}. */
    public boolean isDue(Vtl lower) {
        return switch (fire) {
            case DELIVERABLE -> mayRise() && isDeliverable(lower);
            case PENDING -> mayRise() && !lower.lapic.irr.isEmpty();
            case REPEATED -> enabled.isSet() && isDeliverable(lower);
            case INERT -> false;
        };
    }

    /** The host tells {@code self}, whose VINA it is, of an interrupt for {@code lower}. */
    public void fire(Vtl self, Vtl lower) {
        if (!mayRise() || !isDeliverable(lower)) {
            needless.raise();
        }
        asserted.raise();
        self.lapic.request(vector.get());
    }

    /** Its VTL is entered from that of {@code left}. */
    public void enters(Vina left) {
        boolean kept = asserted.isSet() && autoReset.isClear();
        Vina cleared = reset == VinaReset.LEFT ? left : this;
        if (reset == VinaReset.ALWAYS
                || reset != VinaReset.RETURN && cleared.autoReset.isSet()) {
            cleared.asserted.clear();
        }
        if (asserted.isSet() != kept) {
            meddled.raise();
        }
    }

    /** Its VTL returns. */
    public void returns() {
        if (reset == VinaReset.RETURN && autoReset.isSet()) {
            asserted.clear();
        }
    }

    private static boolean isDeliverable(Vtl lower) {
        return lower.lapic.isOpen();
    }

    /** It is as it was at first. */
    void resets() {
        enabled.clear();
        autoReset.clear();
        asserted.clear();
        vector.clear();
    }
}
