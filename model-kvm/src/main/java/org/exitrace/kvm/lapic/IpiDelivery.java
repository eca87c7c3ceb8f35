package org.exitrace.kvm.lapic;

import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Kick;
import org.exitrace.kvm.vcpu.Vcpu;

/**
 * The sender's side: a write to the interrupt command register walks the targets and hands each
 * INIT or SIPI to {@code __apic_accept_irq}. No lock is held, and no state of the target is
 * looked at, except in the design of before March 2013.
 */
public final class IpiDelivery {

    private static final String SOURCE = "lapic.c __apic_accept_irq";

    private final List<Vcpu> vcpus;
    private final boolean remoteMpState;
    private final Function<Vcpu, Vcpu> target;

    /** Delivery among {@code vcpus}, by writes to their mp_state or by pending bits. */
    public IpiDelivery(List<Vcpu> vcpus, boolean remoteMpState) {
        this.vcpus = List.copyOf(vcpus);
        this.remoteMpState = remoteMpState;
        this.target = sender -> this.vcpus.get(sender.target.get());
    }

    /** {@code kvm_irq_delivery_to_apic} for the IPI that the sender's guest has asked for. */
    public Routine<Vcpu> send() {
        return Routine.named("kvm_apic_send_ipi", "lapic.c kvm_apic_send_ipi", code -> code
                .repeat(vcpus.size(), sender -> sender.target, each -> each
                        .when(sender -> sender.guest.ipiGoesTo(sender.target.get()), one -> one
                                .when(sender -> sender.guest.ipi.is(IpiMode.INIT),
                                        init -> init.call(acceptInit()),
                                        sipi -> sipi.call(acceptSipi()))))
                .local(sender -> sender.guest.ipiSent()));
    }

    private Routine<Vcpu> acceptInit() {
        return Routine.named("__apic_accept_irq(INIT)", SOURCE, code -> {
            if (remoteMpState) {
                code.step("mp_state = INIT_RECEIVED", sender -> initByState(to(sender)));
            } else {
                code.step("pending_events = INIT", sender -> initByBit(to(sender)));
            }
            Kick.event(target).accept(code.costs("kvm.access"));
        });
    }

    private Routine<Vcpu> acceptSipi() {
        return Routine.named("__apic_accept_irq(SIPI)", SOURCE, code -> {
            if (remoteMpState) {
                code.test("mp_state == INIT_RECEIVED?",
                        sender -> to(sender).mpState.is(MpState.INIT_RECEIVED),
                        yes -> yes.step("mp_state = SIPI_RECEIVED",
                                sender -> to(sender).mpState.become(MpState.SIPI_RECEIVED))
                                .costs("kvm.access"),
                        no -> no.done());
            } else {
                code.step("set SIPI in pending_events", sender -> to(sender).pending.setSipi());
            }
            Kick.event(target).accept(code.costs("kvm.access"));
        });
    }

    private Vcpu to(Vcpu sender) {
        return target.apply(sender);
    }

    private static void initByBit(Vcpu to) {
        to.pending.storeInit();
        to.guest.wakeOwed.raise();
    }

    private static void initByState(Vcpu to) {
        to.mpState.become(MpState.INIT_RECEIVED);
        to.guest.wakeOwed.raise();
    }
}
