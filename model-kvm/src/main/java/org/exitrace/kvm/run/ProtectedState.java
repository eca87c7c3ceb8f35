package org.exitrace.kvm.run;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.vcpu.Vcpu;

/** What KVM_RUN does for virtual CPUs whose encrypted state the guest itself can replace. */
public interface ProtectedState {

    /** {@code sev_snp_init_protected_guest_state}: a part of each reset by INIT. */
    Routine<Vcpu> reset();

    /**
     * What {@code vcpu_enter_guest} looks at between other requests; where the text ends, the guest
     * is not entered.
     *
     * @param vcpuReset {@code kvm_vcpu_reset}
     */
    void takeRequests(Block<Vcpu> code, Routine<Vcpu> vcpuReset);

    /**
     * What a virtual CPU looks at where it has waited for INIT or SIPI, and was woken.
     *
     * @param vcpuReset {@code kvm_vcpu_reset}
     */
    void takeBlocked(Block<Vcpu> code, Routine<Vcpu> vcpuReset);

    /**
     * VMRUN, a step of its own: whether there is a state to run; what happens where there is none.
     */
    boolean vmrun(Vcpu vcpu);
}
