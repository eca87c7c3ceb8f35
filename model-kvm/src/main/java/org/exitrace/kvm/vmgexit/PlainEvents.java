package org.exitrace.kvm.vmgexit;

import java.util.List;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.design.Kernel;

/** The events that concern neither other virtual CPUs nor the state of pages. */
public final class PlainEvents {

    private PlainEvents() {
    }

    /** Who handles which of them. */
    public static List<ExitGroup<NaeEvent>> of(Kernel kernel, GuestVm vm, Scratch scratch) {
        return List.of(new CpuEvents(), new CpuidEvents(vm), new MsrEvents(), new Hypercalls(vm),
                new PortIo(kernel, scratch), new Mmio(kernel, vm, scratch), new GuestRequests(),
                new VmEvents());
    }
}
