package org.exitrace.kvm.migration.vmm;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.migration.design.PageStatus;
import org.exitrace.kvm.migration.design.PageTransport;
import org.exitrace.kvm.migration.design.StatusRead;
import org.exitrace.kvm.migration.spec.PageType;
import org.exitrace.kvm.migration.world.HostPage;
import org.exitrace.kvm.migration.world.World;
import org.exitrace.psp.spec.GuestState;

/** One round: which pages were written, what type each has, and then the pages. */
final class Rounds {

    private static final String SOURCE = "docs/live-migration.md, R2 and the rounds";

    private final int pages;
    private final PageStatus keeper;
    private final StatusRead read;
    private final PageTransport transport;

    Rounds(Design design, int pages) {
        this.pages = pages;
        keeper = design.get(PageStatus.SWITCH);
        read = design.get(StatusRead.SWITCH);
        transport = design.get(PageTransport.SWITCH);
    }

    /**
     * A round.
     *
     * @param first whether the list was never read before
     */
    Routine<Vmm> round(boolean first) {
        return Routine.named("round", SOURCE, code -> {
            boolean lists = keeper != PageStatus.USER_SPACE
                    && (first || read != StatusRead.ONCE);
            if (lists && read != StatusRead.AFTER_DIRTY) {
                code.call(getList());
            }
            code.step("KVM_GET_DIRTY_LOG", vmm -> vmm.world.pages.forEach(page -> {
                if (vmm.world.source.get(page.number()).dirty.testAndClear()) {
                    vmm.pending.add(page.number());
                }
            })).costs("kvm.dirty-log");
            if (lists && read == StatusRead.AFTER_DIRTY) {
                code.call(getList());
            }
            for (int page = 0; page < pages; page++) {
                int number = page;
                code.when(vmm -> vmm.pending.has(number), send -> send(send, number));
            }
        });
    }

    /** The ioctl by which KVM tells what it keeps, into the VMM's copy. */
    private Routine<Vmm> getList() {
        String name = keeper == PageStatus.KVM_LIST
                ? "KVM_GET_SHARED_PAGES_LIST" : "KVM_GET_PAGE_ENC_BITMAP";
        return Routine.named("VMM", SOURCE, code -> code.step(name, Rounds::copyStatus)
                .costs("kvm.access"));
    }

    /** What the source's host knows, into the VMM's copy. */
    static void copyStatus(Vmm vmm) {
        vmm.world.pages.forEach(page -> look(vmm, page.number()));
    }

    private static void look(Vmm vmm, int number) {
        HostPage page = vmm.world.source.get(number);
        if (page.known.is(PageType.SHARED)) {
            vmm.shared.add(number);
        } else {
            vmm.shared.remove(number);
        }
    }

    private void send(Block<Vmm> code, int page) {
        if (keeper == PageStatus.USER_SPACE) {
            code.step("looks for page " + page + " in its own list", vmm -> look(vmm, page))
                    .costs("vmm.access");
        }
        code.when(vmm -> vmm.shared.has(page), plain -> plain
                .step("reads page " + page + " as it is, and sends it",
                        vmm -> send(vmm, page, PageType.SHARED)).costs("vmm.send-page"),
                secret -> sendPrivate(secret, page));
    }

    private void sendPrivate(Block<Vmm> code, int page) {
        if (transport == PageTransport.PSP) {
            code.step("SEND_UPDATE_DATA page " + page, vmm -> {
                assert vmm.sending.is(GuestState.SUPDATE) : "nothing was started";
                send(vmm, page, PageType.PRIVATE);
            }).costs("psp.send-page");
            return;
        }
        code.step("asks the handler for page " + page, vmm -> {
            vmm.asked.become(page);
            vmm.pending.remove(page);
        }).costs("vmm.access").await("has page " + page + " from the handler",
                vmm -> vmm.asked.isNone()).costs("vmm.access");
    }

    private static void send(Vmm vmm, int page, PageType type) {
        World world = vmm.world;
        world.send(page, type);
        vmm.pending.remove(page);
    }
}
