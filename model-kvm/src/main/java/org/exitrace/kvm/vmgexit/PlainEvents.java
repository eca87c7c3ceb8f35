package org.exitrace.kvm.vmgexit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.design.Kernel;

/** The events that concern neither other virtual CPUs nor the state of pages. */
public final class PlainEvents {

    private PlainEvents() {
    }

    /**
     * Who handles which of them.
     *
     * @param requests {@code guest_req_mutex} of an SNP guest that sends messages; empty for others
     */
    public static List<ExitGroup<NaeEvent>> of(
            Kernel kernel, GuestVm vm, Scratch scratch, Optional<MutexCell> requests) {
        List<ExitGroup<NaeEvent>> groups = new ArrayList<>(List.of(
                new CpuEvents(), new CpuidEvents(vm), new MsrEvents(), new Hypercalls(vm),
                new PortIo(kernel, scratch), new Mmio(kernel, vm, scratch), new VmEvents()));
        requests.map(GuestRequests::new).ifPresent(groups::add);
        return List.copyOf(groups);
    }
}
