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
    private final CountCell ldr = cells().count("ldr", 0, LogicalModel.BROADCAST);

    LogicalId(CellScope scope) {
        super(scope);
    }

    /** Its VTL writes DFR, or turns x2APIC mode on in the local APIC that has {@code apicId}. */
    public void choose(LogicalModel chosen, int apicId) {
        model.become(chosen);
        if (chosen == LogicalModel.X2APIC) {
            ldr.become(LogicalModel.x2apicLdr(apicId));
        }
    }

    /** Its VTL writes LDR; that of an x2APIC stays as it is. */
    public void write(int id) {
        if (!model.is(LogicalModel.X2APIC)) {
            ldr.become(id);
        }
    }

    /** It is as it was at first. */
    void resets() {
        model.clear();
        ldr.clear();
    }

    /** Whether {@code destination} names it. */
    public boolean isNamedBy(int destination) {
        return model.get().names(destination, ldr.get());
    }
}
