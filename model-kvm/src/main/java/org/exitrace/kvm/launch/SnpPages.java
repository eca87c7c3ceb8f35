package org.exitrace.kvm.launch;

import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.KvmVm;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.spec.PageState;

/**
 * Pages that KVM takes for an SNP guest: its context and VMSAs are the lowest that are the host's,
 * its memory lies at the top, that of VM 0 last. RMPUPDATE is one step with what it is for.
 */
public final class SnpPages {

    private SnpPages() {
    }

    /** The lowest page of the host's own; -1 for none. */
    static int free(KvmThread thread) {
        Pages pages = thread.host.firmware.pages;
        int memory = thread.host.bounds.slots() * thread.host.bounds.vms();
        for (int page = 0; page < pages.all.size() - memory; page++) {
            if (pages.is(page, PageState.HYPERVISOR)) {
                return page;
            }
        }
        return -1;
    }

    /** The page in which page {@code number} of a guest's memory lies. */
    public static int memory(KvmThread thread, KvmVm vm, int number) {
        int before = vm.number() * thread.host.bounds.slots() + number;
        return thread.host.bounds.pages() - 1 - before;
    }

    static RmpEntry entry(KvmThread thread, int page) {
        return thread.host.firmware.pages.entry(page);
    }

    /** {@code rmp_make_private}: the page is the guest's, and immutable where it is launched. */
    public static void makePrivate(
            KvmThread thread, KvmVm vm, int page, int address, boolean immutable) {
        RmpEntry entry = entry(thread, page);
        entry.clear();
        entry.assigned.raise();
        entry.asid.become(vm.sev.asid.get());
        entry.gpa.become(address);
        entry.immutable.become(immutable);
    }

    /** Whether the page is somebody's already. */
    public static boolean isAssigned(KvmThread thread, int page) {
        return entry(thread, page).assigned.isSet();
    }

    /**
     * SNP_PAGE_RECLAIM and {@code rmp_make_shared} of a page that was not launched. Where the
     * firmware fails, the page is lost and the VM is dead (KVM_BUG).
     */
    static void reclaim(SevCall call, KvmThread thread, int page) {
        if (thread.host.firmwareFails.isClear()) {
            makeShared(thread, page);
        } else if (call.kernel().has(KernelChange.B_67)) {
            call.vm(thread).dead.raise();
        } else {
            thread.host.oops.gaveGuestPage.raise();
        }
    }

    /** Page {@code number} of a guest's memory is freed: it is the host's again. */
    public static void release(KvmThread thread, KvmVm vm, int number) {
        if (vm.sev.snpActive.isClear()) {
            return;
        }
        RmpEntry entry = entry(thread, memory(thread, vm, number));
        if (entry.assigned.isSet() && entry.asid.is(vm.sev.asid.get())) {
            entry.clear();
        }
    }

    /** SNP_PAGE_RECLAIM where it is needed, and {@code rmp_make_shared}: the host's again. */
    static void makeShared(KvmThread thread, int page) {
        entry(thread, page).clear();
    }
}
