package org.exitrace.vtl.call;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.CheckSparseGpaPageVtlAccess;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.ListOutcome;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Access;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * HvCallCheckSparseGpaPageVtlAccess of one page, of whose output the caller looks at one field. One
 * step reads the masks, as a walk does; rights are those on the caller's own virtual processor.
 *
 * @param vtl whose access
 * @param page which page
 * @param access how
 * @param field what the caller looks at
 */
record CheckAccess(int vtl, int page, Access access, CheckedField field)
        implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        Decision<HvStatus> whole = CheckSparseGpaPageVtlAccess.CHECKS.decide(caller,
                new CheckSparseGpaPageVtlAccess(VtlNumber.PARTITION_SELF, HvInputVtl.of(vtl),
                        access.right()));
        return ListOutcome.eachInTurn(caller, whole, CheckSparseGpaPageVtlAccess.PAGE_CHECKS,
                List.of((long) page), 0).decision();
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step("look at the masks of page " + page, thread -> {
            Vtl caller = site.caller(thread);
            if (!refuse(site, caller)) {
                int above = caller.vp().vtl(vtl).view().restricting(page, access);
                caller.result.become(Integer.toString(field.read(above, access)));
            }
        }).costs(VtlCosts.ACCESS);
    }
}
