package org.exitrace.vtl.call;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.GetVpIndexFromApicId;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vp;
import org.exitrace.vtl.state.VtlCosts;

/**
 * HvCallGetVpIndexFromApicId for one id. What a machine gives stays as it is, so that one step
 * looks at all of it.
 *
 * @param vtl whose local APIC
 * @param apicId its id
 */
public record GetVpIndex(int vtl, int apicId) implements DecidedCall {

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return new GetVpIndexFromApicId(VtlNumber.PARTITION_SELF, vtl)
                .decide(caller, List.of(apicId)).decision();
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        code.step("look for APIC id " + apicId, thread -> {
            if (!refuse(site, site.caller(thread))) {
                site.caller(thread).result.become(Integer.toString(index(site.guest())));
            }
        }).costs(VtlCosts.ACCESS);
    }

    private int index(Guest guest) {
        return guest.vps().stream().filter(vp -> vp.apicId() == apicId)
                .mapToInt(Vp::number).findFirst().orElseThrow();
    }
}
