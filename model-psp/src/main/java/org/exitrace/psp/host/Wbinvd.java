package org.exitrace.psp.host;

import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.FirmwareBounds;

/** {@code wbinvd_on_all_cpus}: each core writes back and says so to the firmware. */
public final class Wbinvd {

    private Wbinvd() {
    }

    /** One core after the other; in reality all at once, so that an order is a choice of ours. */
    public static Routine<HostThread> onAllCpus(FirmwareBounds bounds) {
        return Routine.named("wbinvd_on_all_cpus", "arch/x86/lib/cache-smp.c", code -> {
            for (int ccx = 0; ccx < bounds.ccxs(); ccx++) {
                for (int core = 0; core < bounds.coresPerCcx(); core++) {
                    int here = ccx;
                    int who = core;
                    code.step("WBINVD on core " + core + " of ccx " + ccx,
                            thread -> thread.machine.ccxs.get(here).wbinvdDone.add(who))
                            .costs("cpu.wbinvd");
                }
            }
        });
    }
}
