package org.exitrace.psp.host;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.firmware.FirmwareBounds;

/** One virtual CPU of an SNP guest, as KVM keeps it. */
final class Vcpu extends Region {

    /** {@code vcpu->mutex}. */
    final MutexCell mutex = new MutexCell(cells(), "mutex");
    /** Its creation has begun: it counts among {@code created_vcpus}. */
    final FlagCell created = cells().flag("created");
    /** It counts among {@code online_vcpus}. */
    final FlagCell online = cells().flag("online");
    /** {@code guest_state_protected}: its VMSA is encrypted. */
    final FlagCell encrypted = cells().flag("guest_state_protected");
    /** The page of its VMSA, once it is online. */
    final CountCell page;
    /** LAUNCH_FINISH has succeeded without it, although its creation had begun. */
    final FlagCell leftOut = ghost().flag("left_out");

    Vcpu(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        page = cells().count("vmsa", Math.max(1, bounds.pages() - 1));
    }

    void forget() {
        mutex.forget();
        created.clear();
        online.clear();
        encrypted.clear();
        page.clear();
    }
}
