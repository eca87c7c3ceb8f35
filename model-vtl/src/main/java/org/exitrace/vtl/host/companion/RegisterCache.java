package org.exitrace.vtl.host.companion;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;

/**
 * The kernel's cache of a vCPU's CR3: an exit empties it, and whoever reads first fills it from
 * the VMCS that is loaded, which is right if that is the vCPU's own (docs/vtl.md d.3, 1C).
 */
final class RegisterCache extends Region {

    private final FlagCell valid = cells().flag("cr3_valid");
    private final CountCell cr3 = cells().count("cr3", 0, Register.MOST);
    private final Vtl vtl;
    private final boolean matters;

    RegisterCache(CellScope scope, Vtl vtl, boolean matters) {
        super(scope);
        this.vtl = vtl;
        this.matters = matters;
    }

    /** Its guest has exited. */
    void forget() {
        valid.clear();
        cr3.clear();
    }

    /** CR3 for somebody who has loaded this vCPU. */
    int read() {
        return readBy(vtl);
    }

    /** CR3 for somebody who has loaded the vCPU of {@code loaded}, and believes it to be this. */
    int readBy(Vtl loaded) {
        if (matters && valid.isClear()) {
            write(loaded.register(Register.CR3).get());
        }
        return matters ? cr3.get() : vtl.register(Register.CR3).get();
    }

    /** CR3 is written by somebody who has loaded this vCPU. */
    void write(int value) {
        if (matters) {
            valid.raise();
            cr3.become(value);
        }
    }
}
