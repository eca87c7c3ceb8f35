package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.EnableVpVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallEnableVpVtl. The initial context is written while nobody can enter the VTL yet.
 *
 * @param vp which virtual processor
 * @param vtl which VTL
 * @param cr3 of the initial context; stands for all of it
 */
public record EnableVp(int vp, int vtl, int cr3) implements PartitionCall {

    @Override
    public String effect() {
        return "enable vtl" + vtl + " on vp" + vp;
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return EnableVpVtl.CHECKS.decide(
                caller, new EnableVpVtl(VtlNumber.PARTITION_SELF, vp, vtl));
    }

    @Override
    public Optional<String> preparation() {
        return Optional.of("write the initial context of vp" + vp + " vtl" + vtl);
    }

    @Override
    public void prepare(Guest guest) {
        guest.vtl(vp, vtl).register(Register.CR3).become(cr3);
    }

    @Override
    public void act(Guest guest, Vtl caller, CallerView view) {
        guest.partition().enable(guest.vps().get(vp), vtl);
    }
}
