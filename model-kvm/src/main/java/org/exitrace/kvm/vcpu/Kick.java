package org.exitrace.kvm.vcpu;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;

/**
 * How another thread makes a vCPU look: a request bit, then a kick.
 *
 * <p>A blocked vCPU needs no step to be woken: its wait is written as an await, which is what the
 * barriers of {@code rcuwait} make of it. Source: kvm_main.c (from memory).
 */
public final class Kick {

    private Kick() {
    }

    /** {@code kvm_make_request(KVM_REQ_EVENT)} and {@code kvm_vcpu_kick}: two accesses. */
    public static <R> Consumer<Block<R>> event(Function<R, Vcpu> target) {
        return code -> code
                .step("kvm_make_request(KVM_REQ_EVENT)",
                        region -> target.apply(region).eventRequest.raise())
                .costs("kvm.access")
                .step("kvm_vcpu_kick", region -> target.apply(region).kick())
                .costs("kvm.kick");
    }

    /** A fixed interrupt: the IRR bit, the request, the kick. */
    public static <R> Routine<R> interrupt(Function<R, Vcpu> target) {
        return Routine.named("__apic_accept_irq(FIXED)", "lapic.c __apic_accept_irq", code ->
                event(target).accept(code
                        .step("set IRR bit",
                                region -> target.apply(region).interruptPending.raise())
                        .costs("kvm.access")));
    }

    /** {@code kvm_inject_nmi}: the queue, the request, the kick: three accesses. */
    public static <R> Routine<R> nmi(Function<R, Vcpu> target) {
        return Routine.named("kvm_inject_nmi", "x86.c kvm_inject_nmi (from memory)", code -> code
                .step("nmi_queued++", region -> target.apply(region).nmiQueued.raise())
                .costs("kvm.access")
                .step("kvm_make_request(KVM_REQ_NMI)",
                        region -> target.apply(region).nmiRequest.raise())
                .costs("kvm.access")
                .step("kvm_vcpu_kick", region -> target.apply(region).kick())
                .costs("kvm.kick"));
    }
}
