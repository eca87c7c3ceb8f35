package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** How far the guest's two vCPUs are. */
final class GuestProgress extends Region {

    /** The main vCPU is in the guest. */
    final FlagCell mainInside = cells().flag("main.inside");
    /** The operating system runs. */
    final FlagCell os = cells().flag("os");
    /** OVMF's driver has announced stack and page tables. */
    final FlagCell announced = cells().flag("announced");
    /** The mirror's vCPU is in the guest. */
    final FlagCell mirrorInside = cells().flag("mirror.inside");
    /** It has fetched its first instruction, and said so. */
    final FlagCell entered = cells().flag("mirror.entered");
    /** It has its stack, and polls. */
    final FlagCell ready = cells().flag("mirror.ready");
    /** The operating system has sent it an INIT. */
    final FlagCell taken = cells().flag("mirror.taken");
    /** The request that it serves; 0 for none. */
    final CountCell serving = cells().count("mirror.serving", Mailbox.MOST_REQUESTS);

    GuestProgress(CellScope scope) {
        super(scope);
    }
}
