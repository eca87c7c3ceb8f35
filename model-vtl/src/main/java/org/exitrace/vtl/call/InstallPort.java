package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.InstallIntercept;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.InterceptType;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallInstallIntercept of the one I/O port that a machine has, on all virtual processors.
 *
 * @param reads whether reads of lower VTLs are intercepted
 * @param writes whether writes are
 */
public record InstallPort(boolean reads, boolean writes) implements PartitionCall {

    private static final int READ = 1;
    private static final int WRITE = 2;

    @Override
    public Optional<Feature> needs() {
        return Optional.of(Feature.PORTS);
    }

    @Override
    public String effect() {
        return "intercept accesses to the port";
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return InstallIntercept.CHECKS.decide(caller, new InstallIntercept(
                VtlNumber.PARTITION_SELF, InterceptType.IO_PORT.number(),
                (reads ? READ : 0) | (writes ? WRITE : 0)));
    }

    @Override
    public void act(Guest guest, Vtl caller, GuestCaller view) {
        guest.partition().ports().install(caller.number(), reads, writes);
    }
}
