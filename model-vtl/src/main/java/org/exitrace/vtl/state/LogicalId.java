package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.LogicalModel;

/**
 * By what a local APIC is named in logical destinations (docs/vtl.md c.3 N13). DFR and LDR belong
 * to the local APIC, so that each VTL has its own.
 */
public final class LogicalId extends Region {

    private final EnumCell<LogicalModel> model = cells().choice("model", LogicalModel.class);
    /** LDR of an xAPIC. */
    private final CountCell ldr = cells().count("ldr", 0, LogicalModel.BROADCAST);
    private final int apicId;

    LogicalId(CellScope scope, int apicId) {
        super(scope);
        this.apicId = apicId;
    }

    /** Its VTL writes DFR, or turns x2APIC mode on. */
    public void choose(LogicalModel chosen) {
        model.become(chosen);
        if (isX2apic()) {
            ldr.clear();
        }
    }

    /** Whether it is an x2APIC. */
    public boolean isX2apic() {
        return model.is(LogicalModel.X2APIC);
    }

    /** Its VTL writes LDR; that of an x2APIC stays as it is. */
    public void write(int id) {
        if (!isX2apic()) {
            ldr.become(id);
        }
    }

    /** It is as it was at first. */
    void resets() {
        model.clear();
        ldr.clear();
    }

    /** Whether {@code destination} names it. */
    public boolean isNamedBy(long destination) {
        return model.get().names(destination,
                isX2apic() ? LogicalModel.x2apicLdr(apicId) : ldr.get());
    }
}
