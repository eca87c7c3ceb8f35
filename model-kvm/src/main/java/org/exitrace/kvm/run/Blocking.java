package org.exitrace.kvm.run;

import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;

/**
 * {@code vcpu_block}: sleep until something is pending, take INIT and SIPI, and run again.
 * Whatever woke it, a halted or holding vCPU becomes RUNNABLE.
 */
final class Blocking {

    private static final String SOURCE = "x86.c vcpu_block";

    private Blocking() {
    }

    /** {@code woken} is what else it looks at then; where that text ends, so does the sleep. */
    static Routine<Vcpu> block(Routine<Vcpu> acceptEvents, Consumer<Block<Vcpu>> woken) {
        return Routine.named("vcpu_block", SOURCE, code -> {
            sleep(code, woken);
            code.call(acceptEvents).local(Blocking::runAgain);
        });
    }

    /** The first KVM_RUN of an AP: it waits for its INIT and goes back to user space. */
    static Routine<Vcpu> blockUninitialized(
            Routine<Vcpu> acceptEvents, Consumer<Block<Vcpu>> woken) {
        return Routine.named("KVM_RUN of an uninitialized vCPU", "x86.c kvm_arch_vcpu_ioctl_run",
                code -> {
                    sleep(code, woken);
                    code.call(acceptEvents);
                });
    }

    private static void sleep(Block<Vcpu> code, Consumer<Block<Vcpu>> woken) {
        code.await("kvm_arch_vcpu_runnable", Vcpu::hasEvents).costs("kvm.wake").mayRest();
        woken.accept(code);
    }

    private static void runAgain(Vcpu vcpu) {
        if (vcpu.mpState.isEither(MpState.HALTED, MpState.AP_RESET_HOLD)) {
            vcpu.mpState.become(MpState.RUNNABLE);
        }
    }
}
