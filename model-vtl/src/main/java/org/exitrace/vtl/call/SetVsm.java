package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.hypercall.CallerView;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.RegisterAccess;
import org.exitrace.vtl.hypercall.RegisterWrite;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.Vtl;

/**
 * HvCallSetVpRegisters of a register of virtual secure mode.
 *
 * @param vtl whose
 * @param register which; the only one of these that is stored is VsmPartitionConfig
 * @param value what it shall hold
 */
public record SetVsm(int vtl, HvRegister register, long value) implements PartitionCall {

    @Override
    public String effect() {
        return "write " + register + " of vtl" + vtl;
    }

    /** Whoever asks for intercepts of starts gets them. */
    @Override
    public Optional<Feature> needs() {
        return register == HvRegister.VSM_PARTITION_CONFIG
                && VsmPartitionConfig.INTERCEPT_VP_STARTUP.isSetIn(value)
                ? Optional.of(Feature.INTERCEPTS) : Optional.empty();
    }

    @Override
    public Decision<HvStatus> decide(CallerView caller) {
        return RegisterWrite.decide(caller, access());
    }

    @Override
    public void act(Guest guest, Vtl caller, GuestCaller view) {
        if (vtl > caller.number()) {
            guest.partition().note(Breach.TOLD_BELOW);
        }
        if (register == HvRegister.VSM_PARTITION_CONFIG) {
            guest.partition().configure(vtl, RegisterWrite.configAfter(view, access()));
        } else {
            guest.partition().writeStatus(register, value);
        }
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        int pages = site.guest().memory.pages().size();
        if (pages == 0 || register != HvRegister.VSM_PARTITION_CONFIG) {
            PartitionCall.super.answer(code, site);
            return;
        }
        site.protects(code, new PageSpan(0, vtl, 0, pages),
                write -> PartitionCall.super.answer(write, site));
        DeviceEntries.follow(code, site, new PageSpan(0, vtl, 0, pages));
        code.local(thread -> site.guest().memory.promise(vtl));
    }

    private RegisterAccess access() {
        return new RegisterAccess(vtl, register.id(), value);
    }
}
