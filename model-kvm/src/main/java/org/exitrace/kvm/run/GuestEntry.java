package org.exitrace.kvm.run;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.kvm.design.SipiHook;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.VcpuMode;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;

/**
 * {@code vcpu_enter_guest}: take the requests, forget the hold, say that the vCPU is in the guest,
 * look once more whether somebody wants it to leave, VMRUN. Between the last two the entry can
 * still be cancelled; what was forgotten stays forgotten.
 */
final class GuestEntry {

    private static final String SOURCE =
            "x86.c vcpu_enter_guest; svm.c svm_prepare_switch_to_guest";

    private final VmFeatures vm;
    private final Routine<Vcpu> acceptEvents;
    private final Optional<GhcbExits> exits;
    private final Optional<ProtectedState> states;
    private final Routine<Vcpu> vcpuReset;

    /** Entry of vCPUs whose state is their own for ever. */
    GuestEntry(VmFeatures vm, Routine<Vcpu> acceptEvents, Optional<GhcbExits> exits) {
        this(vm, acceptEvents, exits, Optional.empty(), acceptEvents);
    }

    /** Entry where the guest can replace a state, which takes a {@code vcpuReset}. */
    GuestEntry(VmFeatures vm, Routine<Vcpu> acceptEvents, Optional<GhcbExits> exits,
            Optional<ProtectedState> states, Routine<Vcpu> vcpuReset) {
        this.vm = vm;
        this.acceptEvents = acceptEvents;
        this.exits = exits;
        this.states = states;
        this.vcpuReset = vcpuReset;
    }

    /** One pass; ends outside of the guest, with the guest's exit still to be handled. */
    Routine<Vcpu> enter() {
        return Routine.named("vcpu_enter_guest", SOURCE, code -> {
            takeRequests(code);
            exits.ifPresent(whole -> code.call(whole.unmap()));
            if (vm.unmapsBeforeExitTest()) {
                code.local(this::unmapGhcb);
            }
            code.step("mode = IN_GUEST_MODE",
                    vcpu -> vcpu.mode.become(VcpuMode.IN_GUEST_MODE)).costs("kvm.access");
            code.test("kvm_vcpu_exit_request?",
                    vcpu -> vcpu.mode.is(VcpuMode.EXITING_GUEST_MODE) || vcpu.hasRequests(),
                    cancel -> cancel.step("entry cancelled: mode = OUTSIDE_GUEST_MODE",
                            Vcpu::leaveGuestMode).costs("kvm.access").done(),
                    this::vmrun).costs("vmentry");
            code.either("in the guest", leave -> leave
                    .when("#VMEXIT, mode = OUTSIDE_GUEST_MODE",
                            vcpu -> !vcpu.guest.exit.is(GuestExit.NONE),
                            Vcpu::leaveGuestMode).costs("kvm.access")
                    .when("#VMEXIT by kick, mode = OUTSIDE_GUEST_MODE", GuestEntry::isKicked,
                            GuestEntry::leaveByKick).costs("vmexit.plain"))
                    .mayRest();
        });
    }

    private static void leaveByKick(Vcpu vcpu) {
        vcpu.guest.running.clear();
        vcpu.leaveGuestMode();
    }

    private static boolean isKicked(Vcpu vcpu) {
        return vcpu.guest.running.isSet() && vcpu.mode.is(VcpuMode.EXITING_GUEST_MODE);
    }

    private void takeRequests(Block<Vcpu> code) {
        if (vm.nmis()) {
            code.test("KVM_REQ_NMI?", vcpu -> vcpu.nmiRequest.testAndClear(),
                    nmi -> nmi.test("process_nmi: take nmi_queued",
                            vcpu -> vcpu.nmiQueued.testAndClear(), queued -> queued
                                    .step("process_nmi: KVM_REQ_EVENT",
                                            vcpu -> vcpu.eventRequest.raise())
                                    .costs("kvm.access")).costs("kvm.access"))
                    .costs("kvm.access");
        }
        states.ifPresent(state -> state.takeRequests(code, vcpuReset));
        code.test("KVM_REQ_EVENT?", vcpu -> vcpu.eventRequest.testAndClear(), event -> event
                .call(acceptEvents)
                .when(this::isStopped, out -> out.done())
                .given(vm.interrupts(), inject -> inject
                        .step("inject interrupt, if IF = 1", GuestEntry::injectInterrupt)
                        .costs("kvm.access")))
                .costs("kvm.access");
    }

    /** The kernel of before March 2013 looks at mp_state in its loop only. */
    private boolean isStopped(Vcpu vcpu) {
        return vcpu.exitReason.is(ExitReason.HOST_CRASH)
                || !vm.remoteMpState() && vcpu.mpState.is(MpState.INIT_RECEIVED);
    }

    private static void injectInterrupt(Vcpu vcpu) {
        if (vcpu.guest.interruptsEnabled.isSet()) {
            vcpu.interruptPending.clear();
        }
    }

    private void vmrun(Block<Vcpu> code) {
        if (!vm.unmapsBeforeExitTest()) {
            code.local(this::unmapGhcb);
        }
        if (states.isEmpty()) {
            code.local(Vcpu::enterGuest);
            return;
        }
        code.test("VMRUN", states.get()::vmrun, runs -> runs.local(Vcpu::enterGuest),
                fails -> fails.done(Vcpu::leaveGuestMode)).costs("vmentry");
    }

    /** {@code sev_es_unmap_ghcb}; the v5 patch cleared its boolean at a SIPI only. */
    private void unmapGhcb(Vcpu vcpu) {
        vcpu.ghcbMapped.clear();
        if (vm.sipiHook() != SipiHook.V5_FLAG) {
            vcpu.holdType.clear();
        }
    }
}
