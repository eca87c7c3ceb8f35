package org.exitrace.kvm.migration.world;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** What there is once for a VM that can be migrated. */
public final class Vm extends Region {

    /** Most vCPUs of a guest. */
    public static final int MOST_VCPUS = 2;

    /** Where it runs. */
    public final EnumCell<Place> place = cells().choice("place", Place.class);
    /** The VMM has asked the vCPUs to leave the guest. */
    public final FlagCell stop = cells().flag("stop");
    /** KVM logs which pages are written. */
    public final FlagCell logging = cells().flag("logging");
    /** KVM_CAP_EXIT_HYPERCALL is enabled. */
    public final FlagCell hypercallExits = cells().flag("hypercall_exits");
    /** The filter of user space has the migration MSR. */
    public final FlagCell msrFilter = cells().flag("msr_filter");
    /** The migration MSR, where KVM keeps it. */
    public final CountCell msr = cells().count("msr", 3);
    /** Whose migration MSR is 1, where user space keeps it; one for all stands for vCPU 0. */
    public final BitsCell ready = cells().bits("ready", MOST_VCPUS);
    /** The VMM wants to know of each 0, since it migrates the guest. */
    public final FlagCell watched = cells().flag("watched");
    /** User space was told of a 0 since the migration began. */
    public final FlagCell zeroSeen = cells().flag("zero_seen");
    /** The EFI variable SevLiveMigrationEnabled is there and not 0. */
    public final FlagCell efiVariable = cells().flag("efi_variable");

    /** The guest has called, or has written the MSR as if it were offered. */
    public final FlagCell called = cells().ghost().flag("called");
    /** A write of the MSR that should have faulted did not. */
    public final FlagCell accepted = cells().ghost().flag("accepted_wrongly");
    /** The running kernel has announced all, said so, and not taken it back. */
    public final FlagCell reports = cells().ghost().flag("reports");
    /** The VMM refused to migrate a guest that reports all. */
    public final FlagCell refused = cells().ghost().flag("refused");
    /** The vCPUs of the destination began as after reset. */
    public final FlagCell restarted = cells().ghost().flag("restarted");

    /** Declares the cells in {@code scope}. */
    public Vm(CellScope scope) {
        super(scope);
    }

    /** Whether the guest goes on at its destination. */
    public boolean hasArrived() {
        return place.is(Place.DESTINATION);
    }
}
