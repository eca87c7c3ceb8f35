package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.TranslateFlag;
import org.exitrace.vtl.state.Access;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallTranslateVirtualAddress that asks whether a VTL of the caller's own virtual processor may
 * access a page. Each address is that of one page here: what is told is of the page alone.
 *
 * @param vtl whose rights
 * @param page which page
 * @param access READ or WRITE
 * @param field what the caller looks at
 * @param isEx whether HvCallTranslateVirtualAddressEx is made
 */
record TranslatePage(int vtl, int page, Access access, TranslatedField field, boolean isEx)
        implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        TranslateFlag asked = access == Access.READ
                ? TranslateFlag.VALIDATE_READ : TranslateFlag.VALIDATE_WRITE;
        return TranslateAddress.decide(caller, isEx,
                TranslateFlag.INPUT_VTL.of(HvInputVtl.of(vtl)) | asked.bit());
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        unlessRefused(code, site, allowed -> site.walk(allowed, vtl, thread -> {
            Vtl caller = site.caller(thread);
            Vtl target = caller.vp().vtl(vtl);
            caller.vp().judge().walks(target, site.walksFrom(thread, target));
            caller.result.become(Integer.toString(field.read(target.view(), page, access)));
        }));
    }
}
