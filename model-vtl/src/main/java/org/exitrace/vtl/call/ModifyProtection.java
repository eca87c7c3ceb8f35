package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.design.ListBudget;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.ListOutcome;
import org.exitrace.vtl.hypercall.ModifyVtlProtectionMask;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.MemoryView;
import org.exitrace.vtl.state.Page;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallModifyVtlProtectionMask: what a lower VTL may do with some pages, one page after the
 * other. A page that is refused leaves those in front of it changed, unless all pages are looked
 * at first.
 *
 * @param vtl whose rights change; to OpenVMM, who sets them
 * @param page the first page
 * @param count how many pages
 * @param mask the rights: {@link org.exitrace.vtl.spec.AccessMask}
 */
public record ModifyProtection(int vtl, int page, int count, int mask) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        Decision<HvStatus> call = ModifyVtlProtectionMask.CHECKS.decide(caller,
                new ModifyVtlProtectionMask(
                        VtlNumber.PARTITION_SELF, mask, HvInputVtl.of(vtl)));
        return call.isRefused() || caller.dialect() != StatusDialect.OPENVMM ? call
                : ListOutcome.allOrNone(caller, call,
                        ModifyVtlProtectionMask.PAGE_CHECKS, pages(), 0).decision();
    }

    private List<Long> pages() {
        List<Long> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pages.add((long) page + i);
        }
        return pages;
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean stops = site.design().get(ListBudget.SWITCH) == ListBudget.ONE_PAGE;
        unlessRefused(code, site, allowed -> {
            if (stops) {
                allowed.select(thread -> view(site, thread).repStart.get(), oneEach(site));
            } else {
                oneEach(site).forEach(way -> way.accept(allowed));
            }
        });
    }

    /** For each place of the list what is done there, if the list is there. */
    private <S> List<Consumer<Block<S>>> oneEach(CallSite<S> site) {
        List<Consumer<Block<S>>> ways = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int done = i;
            ways.add(code -> code.when(thread -> isNext(site.caller(thread), done)
                    && !isPageRefused(site, thread, done), next -> element(next, site, done)));
        }
        return ways;
    }

    private static boolean isNext(Vtl caller, int done) {
        return caller.result.isNone() && caller.view().repStart.is(done);
    }

    private <S> boolean isPageRefused(CallSite<S> site, S thread, int done) {
        Vtl caller = site.caller(thread);
        boolean refused = DecidedCall.refuse(site, caller, view ->
                ModifyVtlProtectionMask.PAGE_CHECKS.decide(view, (long) page + done));
        if (refused && bug(site) == HypervisorBug.COUNTS_REFUSED) {
            caller.view().repStart.increment();
        }
        if (refused && caller.view().misreports()) {
            site.guest().note(Breach.MISREPORTED);
        }
        return refused;
    }

    /** Nobody protects a page from the highest VTL: no host has anything of it to change. */
    private <S> PageSpan span(CallSite<S> site, int number) {
        int highest = site.guest().vps().get(0).vtls().size() - 1;
        return new PageSpan(lower(site), Math.min(lower(site) + 1, highest), number, 1);
    }

    private <S> void element(Block<S> code, CallSite<S> site, int place) {
        int number = page + place;
        if (number < site.guest().memory.pages().size()) {
            Page changed = site.guest().memory.pages().get(number);
            site.protects(code, span(site, number),
                    write -> write.step("write the mask of page " + number,
                            thread -> write(site, thread, changed, number)));
            DeviceEntries.follow(code, site, span(site, number));
        }
        boolean last = place == count - 1;
        boolean forgets = bug(site) == HypervisorBug.FORGETS_REP_START && !last;
        code.local(thread -> {
            boolean isDone = site.caller(thread).result.isNone();
            if (isDone && !forgets) {
                view(site, thread).repStart.increment();
            }
            if (isDone && last) {
                finish(site, thread);
            }
        });
    }

    /** What is pinned by now is refused: with the write one step, under the lock of both. */
    private <S> void write(CallSite<S> site, S thread, Page changed, int number) {
        Vtl caller = site.caller(thread);
        boolean isShared = site.guest().memory.device().isPresent();
        if (isShared && isPageRefused(site, thread, number - page)) {
            return;
        }
        int setter = isOpenVmm(site) ? vtl : caller.number();
        if (lower(site) >= setter) {
            site.guest().note(Breach.NARROWED_ITSELF);
        } else {
            changed.mask(setter, lower(site)).become(mask);
        }
        if (caller.view().writesAgain(number)) {
            site.guest().note(Breach.DONE_TWICE);
        }
    }

    private <S> void finish(CallSite<S> site, S thread) {
        for (int i = page; i < page + count && i < site.guest().memory.pages().size(); i++) {
            site.guest().memory.pages().get(i).promise(lower(site));
        }
        site.status(thread, HvStatus.SUCCESS);
    }

    private int lower(CallSite<?> site) {
        return isOpenVmm(site) ? vtl - 1 : vtl;
    }

    private static <S> MemoryView view(CallSite<S> site, S thread) {
        return site.caller(thread).view();
    }

    private static boolean isOpenVmm(CallSite<?> site) {
        return site.design().get(StatusDialect.SWITCH) == StatusDialect.OPENVMM;
    }

    private static HypervisorBug bug(CallSite<?> site) {
        return site.design().get(HypervisorBug.SWITCH);
    }
}
