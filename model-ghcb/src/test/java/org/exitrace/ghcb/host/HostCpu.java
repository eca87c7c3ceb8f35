package org.exitrace.ghcb.host;

import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.cpu.GuestCpu;

/** One CPU as the obliging host keeps it. */
final class HostCpu extends Region {

    /** Where the host has put the CPU. */
    enum Stand { IN_GUEST, OFF, HELD_NAE, HELD_MSR, HALTED }

    final EnumCell<Stand> stand;
    final FlagCell initSeen;
    final FlagCell sipiLatched;
    final GuestCpu guest;

    HostCpu(GuestCpu guest) {
        super(guest.software("host"));
        this.guest = guest;
        this.stand = cells().choice("stand", Stand.class);
        this.initSeen = cells().flag("init_seen");
        this.sipiLatched = cells().flag("sipi_latched");
    }

    /** Whether the guest waits in the host for something. */
    boolean isParked() {
        return stand.is(Stand.HALTED) || isHeld();
    }

    /** An INIT holds it until the SIPI: nothing else wakes it then. */
    boolean mayWake() {
        return isParked() && initSeen.isClear();
    }

    boolean isHeld() {
        return stand.isEither(Stand.HELD_NAE, Stand.HELD_MSR);
    }

    void resume() {
        guest.exit.clear();
        stand.become(Stand.IN_GUEST);
        guest.enter();
    }

    void park(Stand where) {
        guest.exit.clear();
        stand.become(where);
    }
}
