package org.exitrace.vtl.host;

import java.util.Optional;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.design.BusySlot;
import org.exitrace.vtl.design.EmulatorDesign;
import org.exitrace.vtl.design.InterceptAccess;
import org.exitrace.vtl.design.InterceptPost;
import org.exitrace.vtl.design.InterceptRecord;
import org.exitrace.vtl.state.Access;
import org.exitrace.vtl.state.Intercept;
import org.exitrace.vtl.state.MemoryView;
import org.exitrace.vtl.state.SynicMessage;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlCosts;

/**
 * What each host does when a VTL may not access a page: it tells the VTL that forbids it, which is
 * entered. The access is tried again when the lower VTL goes on.
 *
 * @param <S> the thread that answers
 */
public final class PageExits<S> {

    private static final int INTERCEPT_SINT = 0;

    private final CallSite<S> site;
    private final boolean hasSynic;
    private final boolean isLate;
    private final boolean drops;
    private final boolean tellsReads;
    private final boolean emulatorAsks;
    private final Optional<Intercept> shared;

    /** Declares what such a host needs in {@code model}. */
    public PageExits(CallSite<S> site, ModelBuilder model, VtlBounds bounds) {
        this.site = site;
        hasSynic = bounds.parts().sints() > 0;
        isLate = site.design().get(InterceptPost.SWITCH) == InterceptPost.LATER;
        drops = site.design().get(BusySlot.SWITCH) == BusySlot.DROPS;
        tellsReads = site.design().get(InterceptAccess.SWITCH) == InterceptAccess.TOLD;
        emulatorAsks = site.design().get(EmulatorDesign.SWITCH) == EmulatorDesign.ASKS;
        shared = site.design().get(InterceptRecord.SWITCH) == InterceptRecord.SHARED
                ? Optional.of(Intercept.of(model.region("intercept_info"), bounds))
                : Optional.empty();
    }

    /** Answers {@link org.exitrace.vtl.state.Exit#VIOLATION}. */
    public void violation(Block<S> code) {
        code.test("does a mask forbid the access?", thread -> forbids(site.caller(thread)),
                this::tell, lifted -> lifted
                        .local(thread -> site.caller(thread).view().forgets()))
                .costs(VtlCosts.ACCESS);
        code.local(thread -> site.caller(thread).exit.clear());
    }

    /** Answers {@link org.exitrace.vtl.state.Exit#EMULATION}. */
    public void emulation(Block<S> code) {
        code.test("emulate the instruction", thread -> emulates(site.caller(thread)),
                done -> { }, this::tell).costs(VtlCosts.ACCESS);
        code.local(thread -> site.caller(thread).exit.clear());
    }

    /** Tells the VTL that forbids the access, which is entered; machine check if none is there. */
    public void tell(Block<S> code) {
        code.when(thread -> site.caller(thread).view().tellsNobody(),
                nobody -> nobody.local(thread -> site.caller(thread).raiseMachineCheck()),
                this::tellAbove);
    }

    private void tellAbove(Block<S> code) {
        if (hasSynic) {
            code.step("post the intercept to SINT0", thread -> {
                Vtl told = above(thread);
                post(site.caller(thread), told);
                site.recheck(thread, told);
            }).costs(VtlCosts.ACCESS);
            return;
        }
        if (shared.isPresent()) {
            Intercept record = shared.get();
            code.step("write intercept_info", thread -> write(site.caller(thread), record))
                    .costs(VtlCosts.ACCESS)
                    .step("read intercept_info", thread -> above(thread).view().told.copies(record))
                    .costs(VtlCosts.ACCESS);
        } else {
            code.step("write the intercept", thread -> write(
                    site.caller(thread), above(thread).view().told)).costs(VtlCosts.ACCESS);
        }
        site.intercept(code, this::above);
    }

    /**
     * Whether {@code vtl} must not go on yet: its intercept waits for its slot, or its flush for a
     * lock.
     */
    public boolean holds(Vtl vtl) {
        return vtl.view().lock().holds() || vtl.view().isUntold() && !isLate && !drops;
    }

    /** Whether intercepts are messages. */
    public boolean hasSynic() {
        return hasSynic;
    }

    /** {@code to} gets a message of the access of {@code from}, or will when its slot is free. */
    public void post(Vtl from, Vtl to) {
        boolean waits = !to.view().isKept() && isLate;
        to.view().keeps(from);
        if (!waits && to.synic().post(INTERCEPT_SINT, SynicMessage.GPA_INTERCEPT, to.lapic)) {
            to.view().waitingIsTold();
            from.view().isHeard();
            to.goesFirst();
        } else if (!waits && drops) {
            to.view().loses();
        }
    }

    /** Where an intercept is kept for a VTL whose own record is {@code own}. */
    public Intercept record(Intercept own) {
        return shared.orElse(own);
    }

    /** The access of {@code from} is written into {@code record}. */
    public void write(Vtl from, Intercept record) {
        record.tells(from);
        if (!tellsReads && from.view().faultAccess.is(Access.READ)) {
            record.silent.raise();
        }
    }

    private Vtl above(S thread) {
        Vtl caller = site.caller(thread);
        return caller.vp().vtl(caller.view().restrictedBy.get());
    }

    private boolean forbids(Vtl vtl) {
        MemoryView view = vtl.view();
        int page = view.faultPage.get();
        Access access = view.faultAccess.get();
        boolean forbidden = !view.isOverlaid(page) && !view.grants(page, access);
        if (forbidden) {
            view.findsRestricting();
        }
        return forbidden;
    }

    private boolean emulates(Vtl vtl) {
        if (refuses(vtl)) {
            return false;
        }
        carryOut(vtl);
        return true;
    }

    /** Whether the emulator finds that {@code vtl} may not do it. */
    public boolean refuses(Vtl vtl) {
        return emulatorAsks && forbids(vtl);
    }

    /** The host reads for {@code vtl}, whose instruction it emulates. */
    public static void carryOut(Vtl vtl) {
        MemoryView view = vtl.view();
        int page = view.faultPage.get();
        vtl.result.become(Integer.toString(view.word(page).get()));
        if (!view.isOverlaid(page)) {
            view.accessed(page, Access.READ);
        }
        view.forgets();
    }

    /** Whether the emulator asks what {@code vtl} may do with the page. */
    public boolean emulatorAsks() {
        return emulatorAsks;
    }
}
