package org.exitrace.kvm.vcpu;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.Region;

/**
 * Where an AP begins: docs/ap-boot.md S-11. The host keeps CS:IP in the save area of its VMCB, from
 * which the measured VMSA was made; INIT and SIPI may change that copy, and the processor does not
 * load it while the state is encrypted.
 */
public final class FirstEntry extends Region {

    /** CS:IP in the host's save area; dead once the AP has begun. */
    public final EnumCell<StartPoint> hosts = cells().choice("cs_ip", StartPoint.class)
            .initially(StartPoint.MEASURED);
    /** Where it has begun. */
    public final EnumCell<StartPoint> began = ghost().choice("began", StartPoint.class);

    private final boolean loadsHosts;

    /**
     * Declares the cells in {@code scope}.
     *
     * @param loadsHosts whether the processor takes CS:IP from the host's save area
     */
    public FirstEntry(CellScope scope, boolean loadsHosts) {
        super(scope);
        this.loadsHosts = loadsHosts;
    }

    /** Whether the processor takes CS:IP from the host's save area. */
    boolean loadsHosts() {
        return loadsHosts;
    }

    /** The host writes CS:IP. */
    void write(StartPoint point) {
        if (began.is(StartPoint.NOWHERE)) {
            hosts.become(point);
        }
    }

    /** The AP is entered. */
    void enter() {
        if (began.is(StartPoint.NOWHERE)) {
            began.become(loadsHosts ? hosts.get() : StartPoint.MEASURED);
            hosts.clear();
        }
    }

    /** Whether it has begun where no measured VMSA says. */
    public boolean isElsewhere() {
        return !began.isEither(StartPoint.NOWHERE, StartPoint.MEASURED);
    }
}
