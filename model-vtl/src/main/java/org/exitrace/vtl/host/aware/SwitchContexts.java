package org.exitrace.vtl.host.aware;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.host.Switching;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * The switch inside of the vCPU's thread: the context of the VTL that stops is stored under its
 * lock, that of the next one loaded under its own.
 */
final class SwitchContexts {

    private final int vtls;

    SwitchContexts(int vtls) {
        this.vtls = vtls;
    }

    /** To where the vCPU goes next. */
    Routine<AwareVcpu> routine() {
        return Routine.named("kvm_hv_switch_vtl", "docs/vtl.md d.2 A0", code -> {
            underLock(code, AwareVcpu::active, "store the context", vcpu -> { });
            underLock(code, AwareVcpu::next, "load the context", SwitchContexts::load);
            code.step("access the control block", SwitchContexts::controlBlock)
                    .costs(VtlCosts.ACCESS)
                    .step("make KVM_REQ_EVENT", vcpu -> vcpu.request.raise())
                    .costs(VtlCosts.ACCESS);
        });
    }

    /** One access to the context of a VTL that is known only when the thread gets there. */
    private void underLock(Block<AwareVcpu> code, Function<AwareVcpu, Vtl> whose, String name,
            Consumer<AwareVcpu> access) {
        List<Consumer<Block<AwareVcpu>>> ways = new ArrayList<>();
        for (int i = 0; i < vtls; i++) {
            int vtl = i;
            ways.add(way -> underLock(way, vtl, name, access));
        }
        code.select(vcpu -> whose.apply(vcpu).number(), ways);
    }

    /** One access to the context of {@code vtl}. */
    static void underLock(Block<AwareVcpu> code, int vtl, String name,
            Consumer<AwareVcpu> access) {
        code.lock("lock the context of vtl" + vtl, vcpu -> vcpu.context(vtl))
                .step(name + " of vtl" + vtl, access).costs(VtlCosts.ACCESS)
                .unlock("unlock the context of vtl" + vtl, vcpu -> vcpu.context(vtl));
    }

    private static void load(AwareVcpu vcpu) {
        vcpu.next().takeShared(vcpu.active());
    }

    private static void controlBlock(AwareVcpu vcpu) {
        Vtl from = vcpu.active();
        Vtl to = vcpu.next();
        if (vcpu.cause() == EntryReason.RESERVED) {
            Switching.restoreRax(from, to);
        } else {
            Switching.writeControlBlock(from, to, vcpu.cause());
        }
        from.exit.clear();
        vcpu.arrived();
    }
}
