package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.MaskCheck;
import org.exitrace.vtl.spec.AccessMask;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Page;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallModifyVtlProtectionMask: what a lower VTL may do with some pages, one page after the
 * other. A page that is refused leaves those in front of it changed.
 *
 * @param vtl whose rights change
 * @param page the first page
 * @param count how many pages
 * @param mask the rights: {@link AccessMask}
 */
public record ModifyProtection(int vtl, int page, int count, int mask) implements HvCall {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean checks = site.design().get(MaskCheck.SWITCH) == MaskCheck.REFUSED;
        site.unlessDenied(code, caller -> caller.number() > vtl
                        && site.guest().memory.config(caller.number()).protects.isSet(),
                allowed -> allowed.given(checks && !AccessMask.isLegal(mask), illegal -> illegal
                                .local(thread -> site.status(thread, HvStatus.INVALID_PARAMETER)))
                        .given(!checks || AccessMask.isLegal(mask), legal -> each(legal, site)));
    }

    private <S> void each(Block<S> code, CallSite<S> site) {
        for (int i = 0; i < count; i++) {
            int done = i;
            code.when(thread -> isNext(site.caller(thread), done), element -> element(
                    element, site, done));
        }
        code.when(thread -> site.caller(thread).result.isNone(), all -> all.local(thread -> {
            for (int i = 0; i < count; i++) {
                site.guest().memory.pages().get(page + i).promise(vtl);
            }
            site.status(thread, HvStatus.SUCCESS);
        }));
    }

    private static boolean isNext(Vtl caller, int done) {
        return caller.result.isNone() && caller.view().repStart.is(done);
    }

    private <S> void element(Block<S> code, CallSite<S> site, int done) {
        int number = page + done;
        if (number >= site.guest().memory.pages().size()) {
            code.local(thread -> site.status(thread, HvStatus.INVALID_PARAMETER));
            return;
        }
        Page changed = site.guest().memory.pages().get(number);
        site.protects(code, new PageSpan(vtl, vtl + 1, number, 1), write -> write
                .step("write the mask of page " + number, thread -> changed.mask(
                        site.caller(thread).number(), vtl).become(mask)));
        code.local(thread -> site.caller(thread).view().repStart.increment());
    }
}
