package org.exitrace.kvm.sev;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.kvm.design.SipiHook;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.vcpu.StartPoint;
import org.exitrace.kvm.vcpu.Vcpu;

/**
 * {@code sev_vcpu_deliver_sipi_vector}: a SIPI that follows an INIT, in the target's own thread.
 * The first ever starts the measured VMSA, whose CS:IP comes from the block
 * {@link org.exitrace.ghcb.spec.ResetVector#SEV_ES_RESET_BLOCK}; each later one can only release a
 * hold.
 */
public final class SipiDelivery {

    private final SipiHook hook;
    private final boolean registersCount;

    /**
     * Delivery as {@code hook} has it.
     *
     * @param registersCount whether an AP begins with registers that the host can write
     */
    public SipiDelivery(SipiHook hook, boolean registersCount) {
        this.hook = hook;
        this.registersCount = registersCount;
    }

    /** The hook; it touches the vCPU's own state and its GHCB, while its guest does not run. */
    public Routine<Vcpu> deliver() {
        return Routine.named("sev_vcpu_deliver_sipi_vector", hook.source(), code -> {
            if (hook != SipiHook.REGISTER_WRITES && hook != SipiHook.V5_FLAG) {
                code.when(vcpu -> vcpu.receivedFirstSipi.isClear(),
                        first -> first.step("first SIPI: run the measured VMSA", this::start)
                                .costs("kvm.access").done());
            }
            later(code);
        });
    }

    private void later(Block<Vcpu> code) {
        switch (hook) {
            case REGISTER_WRITES -> code
                    .step(registersCount
                            ? "CS:IP from vector" : "CS:IP from vector, to no effect", vcpu -> {
                                vcpu.writeStart(StartPoint.VECTOR);
                                startOrLose(vcpu);
                            })
                    .costs("kvm.access");
            case V5_FLAG -> code.when(vcpu -> vcpu.holdType.is(HoldType.NONE),
                    none -> none.step("ap_hlt_loop clear: nothing", this::startOrLose)
                            .costs("kvm.access"),
                    held -> write(held));
            case UNCHECKED_GHCB -> write(code);
            case GHCB_CHECK -> code.when(vcpu -> vcpu.ghcbMapped.isClear(),
                    unmapped -> unmapped.step("GHCB not mapped: SIPI ignored", this::lose)
                            .costs("kvm.access"),
                    mapped -> write(mapped));
            case HOLD_TYPE -> byType(code, "no hold: SIPI ignored");
            case LATCHED -> byType(code, "no hold: SIPI kept");
        }
    }

    private void byType(Block<Vcpu> code, String withoutHold) {
        code.when(vcpu -> vcpu.holdType.is(HoldType.NONE),
                none -> none.step(withoutHold, this::lose).costs("kvm.access").done());
        code.when(vcpu -> vcpu.holdType.is(HoldType.MSR),
                msr -> msr.step("GHCB MSR = 0x007, data 1", vcpu -> {
                    vcpu.guest.holdResult().msr(GhcbMsr.HOLD_RELEASED);
                    vcpu.guest.releaseWritten.raise();
                }).costs("kvm.access"),
                this::write);
    }

    private void write(Block<Vcpu> code) {
        code.step("SW_EXITINFO2 = 1", this::writeThroughGhcb).costs("kvm.access");
        code.when(vcpu -> vcpu.exitReason.is(ExitReason.HOST_CRASH), crash -> crash.done());
    }

    private void writeThroughGhcb(Vcpu vcpu) {
        if (vcpu.ghcbMapped.isClear()) {
            vcpu.nullDereference.raise();
            vcpu.exitReason.become(ExitReason.HOST_CRASH);
            return;
        }
        vcpu.guest.holdResult().release();
        vcpu.guest.releaseWritten.raise();
        if (hook == SipiHook.V5_FLAG) {
            vcpu.holdType.clear();
        }
    }

    private void start(Vcpu vcpu) {
        vcpu.receivedFirstSipi.raise();
        vcpu.guest.wakeOwed.clear();
    }

    private void startOrLose(Vcpu vcpu) {
        if (vcpu.receivedFirstSipi.isClear()) {
            start(vcpu);
        } else {
            vcpu.sipiLost.raise();
        }
    }

    private void lose(Vcpu vcpu) {
        if (hook == SipiHook.LATCHED) {
            vcpu.sipiLatched.raise();
            vcpu.guest.releaseKept.raise();
        } else {
            vcpu.sipiLost.raise();
        }
    }
}
