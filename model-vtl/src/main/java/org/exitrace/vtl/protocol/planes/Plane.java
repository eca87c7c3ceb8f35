package org.exitrace.vtl.protocol.planes;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** One plane of the virtual processor, as far as it takes part in the notice of interrupts. */
public class Plane extends Region {

    /** Its number: 0 is the least privileged. */
    final int index;
    /** Its pending interrupts. */
    final BitsCell irr;
    /** KVM_REQ_PLANE_INTERRUPT on its vCPU. */
    public final FlagCell request = cells().flag("request");

    Plane(CellScope scope, int index, int vectors) {
        super(scope);
        this.index = index;
        this.irr = cells().bits("irr", vectors);
    }

    /** Plane {@code index}, whose interrupts stand in {@code irr}. */
    public Plane(CellScope scope, int index, BitsCell irr) {
        super(scope);
        this.index = index;
        this.irr = irr;
    }

    /** The guest takes its highest interrupt. */
    void take() {
        irr.remove(Long.SIZE - 1 - Long.numberOfLeadingZeros(irr.get()));
    }

    /** Makes its guest exit, if it runs. */
    public void kick() {
    }
}
