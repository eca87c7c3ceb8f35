package org.exitrace.kvm.run;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;

/**
 * KVM_GET_MP_STATE and KVM_SET_MP_STATE, under vcpu-&gt;mutex. Asking is not innocent: it takes
 * pending INIT and SIPI first. Setting touches neither the hold type nor the GHCB.
 */
public final class MpStateIoctls {

    private static final String SOURCE = "x86.c kvm_arch_vcpu_ioctl_{get,set}_mpstate";

    private final VmFeatures vm;
    private final Routine<Vcpu> acceptEvents;

    /** The ioctls of {@code vm}, whose INIT and SIPI {@code acceptEvents} takes. */
    public MpStateIoctls(VmFeatures vm, Routine<Vcpu> acceptEvents) {
        this.vm = vm;
        this.acceptEvents = acceptEvents;
    }

    /** Takes what is pending; then the state can be read. */
    public Routine<Vcpu> get() {
        return Routine.named("KVM_GET_MP_STATE", SOURCE, code -> code.call(acceptEvents));
    }

    /** Whether KVM_SET_MP_STATE takes {@code state}; without in-kernel LAPIC only RUNNABLE. */
    public boolean accepts(MpState state) {
        return state == MpState.RUNNABLE || !vm.userLapic();
    }

    /** Sets a state that it takes; SIPI_RECEIVED stands for a pending SIPI. */
    public Routine<Vcpu> set(MpState state) {
        return Routine.named("KVM_SET_MP_STATE", SOURCE, code -> {
            if (state == MpState.SIPI_RECEIVED) {
                code.local(vcpu -> vcpu.mpState.become(MpState.INIT_RECEIVED));
                code.step("set SIPI in pending_events", vcpu -> vcpu.pending.setSipi())
                        .costs("kvm.access");
            } else {
                code.local(vcpu -> vcpu.mpState.become(state));
            }
            code.step("kvm_make_request(KVM_REQ_EVENT)", vcpu -> vcpu.eventRequest.raise())
                    .costs("kvm.access");
        });
    }
}
