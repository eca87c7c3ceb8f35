package org.exitrace.ghcb.vmsa;

import java.util.List;
import java.util.Optional;
import org.exitrace.ghcb.cpu.GuestCpu;

/**
 * The VMSA pages of a guest and its virtual CPUs.
 *
 * @param pages all pages; none in a machine that creates no virtual CPUs
 * @param vcpus by number; empty where there are no pages
 * @param cpus the same as guest and host see them
 */
public record Vmsas(List<VmsaPage> pages, List<VcpuVmsa> vcpus, List<GuestCpu> cpus) {

    /** Of a machine that creates no virtual CPUs. */
    public static final Vmsas NONE = new Vmsas(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Vmsas {
        pages = List.copyOf(pages);
        vcpus = List.copyOf(vcpus);
        cpus = List.copyOf(cpus);
    }

    /**
     * Whether a virtual CPU executes from {@code page}: the in-use bit that hardware keeps between
     * VMRUN and #VMEXIT.
     */
    public boolean inUse(VmsaPage page) {
        for (int i = 0; i < vcpus.size(); i++) {
            if (cpus.get(i).running.isSet() && vcpus.get(i).current.is(page.number())) {
                return true;
            }
        }
        return false;
    }

    /** The page at {@code address}; empty where there is none. */
    public Optional<VmsaPage> at(long address) {
        return pages.stream().filter(page -> page.address() == address).findFirst();
    }
}
