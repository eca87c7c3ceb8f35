package org.exitrace.ghcb.guest;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GuestCpu;

/** What runs in the guest: it gives each CPU its program and says what the guest relies on. */
public interface GuestSoftware {

    /**
     * Declares memory, programs and properties.
     *
     * @param model where they are declared
     * @param actors who executes each CPU, in the order of {@code cpus}
     * @param cpus the machine's CPUs; the first is the bootstrap processor
     */
    void boot(ModelBuilder model, List<Actor> actors, List<GuestCpu> cpus);

    /** In what state the first state finds the APs. */
    default ApStart apsStart() {
        return ApStart.OFF;
    }

    /** In what state the first state finds the APs. */
    enum ApStart {
        /** Never started: they wait for INIT and the first SIPI. */
        OFF,
        /** Parked in AP reset hold, started once before. */
        PARKED,
        /** Running guest code, started once before. */
        RUNNING
    }
}
