package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.TranslateVirtualAddress;
import org.exitrace.vtl.hypercall.TranslateVirtualAddressEx;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.TranslateFlag;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallTranslateVirtualAddress for a VTL of the caller's own virtual processor. What it gives is
 * the CR3 at which the walk began: it stands for the address that was found.
 *
 * @param vtl whose page tables
 * @param isEx whether HvCallTranslateVirtualAddressEx is made, which does the same walk
 */
public record TranslateAddress(int vtl, boolean isEx) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return decide(caller, isEx, TranslateFlag.INPUT_VTL.of(HvInputVtl.of(vtl)));
    }

    /** What is decided of either call with {@code flags} for the caller's virtual processor. */
    static Decision<HvStatus> decide(CallerView caller, boolean isEx, long flags) {
        return isEx
                ? TranslateVirtualAddressEx.CHECKS.decide(caller, new TranslateVirtualAddressEx(
                        VtlNumber.PARTITION_SELF, VtlNumber.VP_SELF, flags))
                : TranslateVirtualAddress.CHECKS.decide(caller, new TranslateVirtualAddress(
                        VtlNumber.PARTITION_SELF, VtlNumber.VP_SELF, flags));
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        unlessRefused(code, site,
                allowed -> site.walk(allowed, vtl, thread -> {
                    Vtl caller = site.caller(thread);
                    Vtl target = caller.vp().vtl(vtl);
                    int value = site.walksFrom(thread, target);
                    caller.vp().judge().walks(target, value);
                    caller.result.become(Integer.toString(value));
                }));
    }
}
