package org.exitrace.vtl.host.paravisor;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.call.EnableVp;
import org.exitrace.vtl.call.Handover;
import org.exitrace.vtl.call.StartVp;
import org.exitrace.vtl.design.VpStart;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.VtlCosts;

/**
 * OpenVMM's mailbox. Who asks puts a context into the place of the VTL, under that place's lock,
 * sets a bit that says so and, if it was clear, cancels the run of the target; the target's loop
 * takes the bits, then each place, VTL1's before VTL0's. Source: docs/vtl.md c.6, f B09, B28.
 */
final class ParavisorStart extends Handover<ParavisorVp> {

    private final List<ParavisorVp> vps;
    private final int vtls;
    private final boolean hasSipi;

    ParavisorStart(CallSite<ParavisorVp> site, List<ParavisorVp> vps, int vtls, boolean hasSipi) {
        super(site);
        this.vps = vps;
        this.vtls = vtls;
        this.hasSipi = hasSipi;
    }

    @Override
    protected void leaveContext(Block<ParavisorVp> code, EnableVp call) {
        Mailbox mailbox = vps.get(call.vp()).mailbox();
        code.step("put the context into vp" + call.vp() + "'s place of vtl" + call.vtl(),
                any -> mailbox.putEnable(call.vtl(), call.cr3())).costs(VtlCosts.ACCESS);
        tell(code, call.vp(), call.vtl());
    }

    @Override
    protected void leaveStart(Block<ParavisorVp> code, StartVp call) {
        Mailbox mailbox = vps.get(call.vp()).mailbox();
        boolean replaces = design() == VpStart.OVERWRITTEN;
        code.step("put the start into vp" + call.vp() + "'s place of vtl" + call.vtl(), any -> {
            if (mailbox.putStart(call.vtl(), call.cr3(), replaces)) {
                partition().note(Breach.STARTED_TWICE);
            }
        }).costs(VtlCosts.ACCESS);
        tell(code, call.vp(), call.vtl());
    }

    @Override
    protected void leaveSipi(Block<ParavisorVp> code, int vp) {
        code.step("INIT and SIPI in vp" + vp + "'s local APIC",
                thread -> vp(vp).requests().initSipi(sender(thread).number()))
                .costs(VtlCosts.ACCESS);
        tell(code, vp, 0);
    }

    /** The bit; and unless that was set, cancel and the IPI. */
    private void tell(Block<ParavisorVp> code, int vp, int vtl) {
        ParavisorVp other = vps.get(vp);
        code.test("vp" + vp + " was told of vtl" + vtl + "?", any -> wasTold(other, vtl),
                set -> { }, first -> first.given(design() != VpStart.UNHEARD,
                        heard -> ParavisorCalls.cancel(heard, other, any -> other.interrupt())))
                .costs(VtlCosts.ACCESS);
    }

    private static boolean wasTold(ParavisorVp other, int vtl) {
        boolean was = other.mailbox().told.has(vtl);
        other.mailbox().told.add(vtl);
        return was;
    }

    /** The target: it has taken the bits, and looks into the place of each. */
    void take(Block<ParavisorVp> code) {
        boolean flips = design() != VpStart.FLIPPED_EARLY;
        for (int i = vtls - 1; i >= 0; i--) {
            int vtl = i;
            code.when(vp -> vp.mailbox().looking.has(vtl), told -> told
                    .step("take what is in the place of vtl" + vtl, vp -> take(vp, vtl))
                    .costs(VtlCosts.ACCESS)
                    .given(flips && vtl > 0, owner -> flipped(owner, vtl))
                    .when(vp -> vp.mailbox().starts.testAndClear(), starts -> starts
                            .step("begins in vtl" + vtl, vp -> partition().begin(vp.vp(), vtl))));
        }
    }

    private void flipped(Block<ParavisorVp> code, int vtl) {
        code.when(vp -> vp.mailbox().enables.testAndClear(), enabled -> enabled
                .step("vtl" + vtl + " is enabled",
                        vp -> partition().enable(vp.vp(), vtl, false))
                .costs(VtlCosts.ACCESS));
    }

    /** The registers are the thread's own. */
    private void take(ParavisorVp vp, int vtl) {
        int context = vp.mailbox().take(vtl);
        vp.mailbox().looking.remove(vtl);
        if (context >= 0) {
            vp.vp().vtl(vtl).register(Register.CR3).become(context);
            vp.vp().requests().applied(vtl);
        }
    }

    /**
     * A virtual processor that has not begun: its thread is in the blocking run until somebody
     * cancels that. INIT and SIPI count here alone, where it waits for them.
     */
    void begin(Block<ParavisorVp> code) {
        code.forever(wait -> {
            wait.when(vp -> vp.vp().requests().begun.isSet(), Block::leave);
            wait.step("cancel = 0", vp -> vp.cancel.clear()).costs(VtlCosts.ACCESS)
                    .step("takes the wake bits", ParavisorStart::takeBits)
                    .costs(VtlCosts.ACCESS);
            take(wait);
            wait.given(hasSipi, apic -> apic.step("INIT and SIPI? begins unless it is started",
                    vp -> partition().beginBySipi(vp.vp())).costs(VtlCosts.ACCESS));
            wait.when(vp -> vp.vp().requests().begun.isClear(), blocked -> blocked
                    .await("in the blocking run until it is cancelled",
                            vp -> vp.cancel.isSet()).mayRest());
        });
    }

    /** The bits of local APICs and of places are one word. */
    static void takeBits(ParavisorVp vp) {
        vp.wake.clear();
        vp.mailbox().looking.become(vp.mailbox().told.get());
        vp.mailbox().told.clear();
    }
}
