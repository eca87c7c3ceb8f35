package org.exitrace.kvm.lapic;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.HoldAtInit;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.StartPoint;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;

/**
 * {@code kvm_apic_accept_events}: the target applies INIT and SIPI in its own thread. A SIPI is
 * honoured in INIT_RECEIVED and silently dropped in any other state.
 */
public final class EventAcceptance {

    private static final String SOURCE = "lapic.c kvm_apic_accept_events";

    private final Routine<Vcpu> deliverSipi;
    private final VmFeatures vm;
    private final boolean resetForgetsHold;
    private final Optional<Routine<Vcpu>> stateReset;

    /**
     * Acceptance of events.
     *
     * @param deliverSipi what a SIPI does once it is honoured
     * @param vm decides which of the accesses there are
     */
    public EventAcceptance(Routine<Vcpu> deliverSipi, VmFeatures vm) {
        this(deliverSipi, vm, Optional.empty());
    }

    /** The same, where {@code stateReset} is a part of each reset by INIT. */
    public EventAcceptance(Routine<Vcpu> deliverSipi, VmFeatures vm,
            Optional<Routine<Vcpu>> stateReset) {
        this.stateReset = stateReset;
        this.deliverSipi = deliverSipi;
        this.vm = vm;
        this.resetForgetsHold = vm.design().get(HoldAtInit.SWITCH) == HoldAtInit.FORGOTTEN;
    }

    /** The routine, each access to {@code pending_events} a step. */
    public Routine<Vcpu> accept() {
        return Routine.named("kvm_apic_accept_events", SOURCE, code -> {
            code.test("pending_events == 0?", vcpu -> !vcpu.pending.any(), none -> none.done())
                    .costs("kvm.access");
            if (vm.initBlocking()) {
                code.test("INIT/SIPI blocked?", vcpu -> vcpu.initBlocked.isSet(),
                        blocked -> blocked
                                .step("clear SIPI", vcpu -> vcpu.pending.clearSipi())
                                .costs("kvm.access").done())
                        .costs("kvm.access");
            }
            if (vm.exchangesEvents()) {
                exchange(code);
            } else {
                code.test("test-and-clear INIT", this::takeInit, this::reset)
                        .costs("kvm.access");
                code.test("test-and-clear SIPI", vcpu -> vcpu.pending.testAndClearSipi(),
                        this::honourOrDrop).costs("kvm.access");
            }
        });
    }

    /** One access, each outcome a step; the word is not 0, since only this thread clears it. */
    private void exchange(Block<Vcpu> code) {
        String name = "exchange pending_events with 0: ";
        code.either("exchange pending_events with 0", word -> word
                .when(name + "INIT and SIPI",
                        vcpu -> vcpu.pending.hasInit() && vcpu.pending.hasSipi(),
                        vcpu -> {
                            vcpu.pending.clearSipi();
                            takeInit(vcpu);
                        },
                        both -> {
                            reset(both);
                            honourOrDrop(both);
                        }).costs("kvm.access")
                .when(name + "INIT", vcpu -> vcpu.pending.hasInit() && !vcpu.pending.hasSipi(),
                        this::takeInit, this::reset).costs("kvm.access")
                .when(name + "SIPI", vcpu -> !vcpu.pending.hasInit() && vcpu.pending.hasSipi(),
                        vcpu -> vcpu.pending.clearSipi(), this::honourOrDrop)
                .costs("kvm.access"));
    }

    /**
     * The reset's own KVM_REQ_EVENT joins this step: others only set that bit, and nobody but this
     * thread reads it.
     */
    private boolean takeInit(Vcpu vcpu) {
        if (!vcpu.pending.testAndClearInit()) {
            return false;
        }
        vcpu.eventRequest.raise();
        vcpu.writeStart(StartPoint.RESET);
        becomeReset(vcpu);
        if (vcpu.isBsp()) {
            vcpu.guest.wakeOwed.clear();
        }
        if (resetForgetsHold) {
            vcpu.holdType.clear();
        }
        vcpu.guest.noteInit();
        return true;
    }

    /** {@code kvm_vcpu_reset} by who is not sent an INIT: it leaves mp_state as it finds it. */
    public Routine<Vcpu> vcpuReset() {
        return Routine.named("kvm_vcpu_reset", "x86.c kvm_vcpu_reset", this::clear);
    }

    private void reset(Block<Vcpu> code) {
        clear(code);
        if (stateReset.isPresent()) {
            code.local(EventAcceptance::becomeReset);
        }
    }

    private static void becomeReset(Vcpu vcpu) {
        vcpu.mpState.become(vcpu.isBsp() ? MpState.RUNNABLE : MpState.INIT_RECEIVED);
    }

    /** What {@code kvm_vcpu_reset} clears that others write; the NMI request bit stays. */
    private void clear(Block<Vcpu> code) {
        if (vm.interrupts()) {
            code.step("kvm_lapic_reset: IRR = 0", vcpu -> vcpu.interruptPending.clear())
                    .costs("kvm.access");
        }
        if (vm.nmis()) {
            code.step("kvm_vcpu_reset: nmi_queued = 0", vcpu -> vcpu.nmiQueued.clear())
                    .costs("kvm.access");
        }
        stateReset.ifPresent(code::call);
    }

    private void honourOrDrop(Block<Vcpu> code) {
        code.when(vcpu -> vcpu.mpState.is(MpState.INIT_RECEIVED),
                honoured -> honoured
                        .local(vcpu -> vcpu.guest.noteSipi())
                        .call(deliverSipi)
                        .local(vcpu -> vcpu.mpState.become(MpState.RUNNABLE)));
    }
}
