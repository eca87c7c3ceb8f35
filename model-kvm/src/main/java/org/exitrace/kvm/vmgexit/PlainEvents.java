package org.exitrace.kvm.vmgexit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.spec.SevCommandId;

/** The events that concern neither other virtual CPUs nor the state of pages. */
public final class PlainEvents {

    private PlainEvents() {
    }

    /**
     * Who handles which of them.
     *
     * @param requests {@code guest_req_mutex} of an SNP guest that sends messages; empty for others
     * @param firmware what the firmware does with such a message; gives its status
     */
    public static List<ExitGroup<NaeEvent>> of(
            Kernel kernel, GuestVm vm, Scratch scratch, Optional<MutexCell> requests,
            ToIntFunction<SevEsState> firmware) {
        boolean asks = vm.certificates() && kernel.knows(SevCommandId.SNP_ENABLE_REQ_CERTS);
        List<ExitGroup<NaeEvent>> groups = new ArrayList<>(List.of(
                new CpuEvents(), new CpuidEvents(vm), new MsrEvents(), new Hypercalls(vm),
                new PortIo(kernel, scratch), new Mmio(kernel, vm, scratch), new VmEvents()));
        requests.map(mutex -> new GuestRequests(mutex, firmware, asks)).ifPresent(groups::add);
        return List.copyOf(groups);
    }
}
