package org.exitrace.kvm.run;

import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.vcpu.Vcpu;

/** A SIPI to a vCPU without SEV-ES: CS:IP are set from the vector, and it starts there. */
final class PlainSipi {

    private PlainSipi() {
    }

    static Routine<Vcpu> deliver() {
        return Routine.named("kvm_vcpu_deliver_sipi_vector", "x86.c", code -> code
                .step("CS:IP from vector", vcpu -> {
                    vcpu.guest.startAtVector();
                    vcpu.guest.wakeOwed.clear();
                }).costs("kvm.access"));
    }
}
