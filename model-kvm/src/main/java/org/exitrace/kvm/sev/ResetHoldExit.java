package org.exitrace.kvm.sev;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.kvm.design.HoldPreset;
import org.exitrace.kvm.design.SipiHook;
import org.exitrace.kvm.lapic.HaltEmulation;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;

/** AP reset hold in both forms: {@code sev_handle_vmgexit}, {@code kvm_emulate_ap_reset_hold}. */
public final class ResetHoldExit {

    private static final String SOURCE = "sev.c sev_handle_vmgexit; x86.c __kvm_emulate_halt";

    private final VmFeatures vm;
    private final SipiHook hook;
    private final HaltEmulation halts;
    private final int preset;
    private final boolean sharedPage;

    /** The handler of {@code vm}. */
    public ResetHoldExit(VmFeatures vm) {
        this(vm, false);
    }

    /**
     * The handler of {@code vm}.
     *
     * @param sharedPage whether others can write the GHCB, so that writing it is a step
     */
    public ResetHoldExit(VmFeatures vm, boolean sharedPage) {
        this.vm = vm;
        this.sharedPage = sharedPage;
        this.hook = vm.sipiHook();
        this.halts = new HaltEmulation(vm);
        this.preset = vm.design().get(HoldPreset.SWITCH) == HoldPreset.ONE ? 1 : 0;
    }

    /** Hold by NAE event 0x80000004. */
    public Routine<Vcpu> nae() {
        return Routine.named("sev_handle_vmgexit", SOURCE, code -> {
            if (hook == SipiHook.REGISTER_WRITES) {
                code.done(this::refuse);
                return;
            }
            code.local(this::beginNae);
            halt(code);
        });
    }

    /** Hold by 0x006 in the GHCB MSR; a host that does not know it resumes the guest. */
    public Routine<Vcpu> msr() {
        return Routine.named("sev_handle_vmgexit_msr_protocol", SOURCE, code -> {
            if (!hook.knowsMsrForm()) {
                code.done(vcpu -> vcpu.guest.exit.clear());
                return;
            }
            code.local(this::beginMsr);
            halt(code);
        });
    }

    private void beginNae(Vcpu vcpu) {
        vcpu.guest.exit.clear();
        vcpu.ghcbMapped.raise();
        vcpu.holdType.become(HoldType.NAE);
        vcpu.guest.holdResult().preset(preset);
    }

    /** The preset follows the emulation in the kernel; both are the same thread's own. */
    private void beginMsr(Vcpu vcpu) {
        vcpu.guest.exit.clear();
        vcpu.holdType.become(HoldType.MSR);
        vcpu.guest.holdResult().msr(
                preset == 1 ? GhcbMsr.HOLD_RELEASED : GhcbMsr.HOLD_WOKEN);
    }

    private void refuse(Vcpu vcpu) {
        vcpu.guest.exit.clear();
        vcpu.killed.raise();
        vcpu.exitReason.become(ExitReason.EINVAL);
    }

    private void halt(Block<Vcpu> code) {
        if (vm.userLapic()) {
            code.done(vcpu -> vcpu.exitReason.become(ExitReason.AP_RESET_HOLD));
            return;
        }
        if (hook == SipiHook.LATCHED) {
            code.when(vcpu -> vcpu.sipiLatched.isSet(), kept -> {
                if (sharedPage) {
                    kept.step("the kept SIPI's result", this::answerAtOnce).costs("kvm.access")
                            .done();
                } else {
                    kept.done(this::answerAtOnce);
                }
            });
        }
        MpState parked = hook == SipiHook.V5_FLAG ? MpState.HALTED : MpState.AP_RESET_HOLD;
        halts.hold(code, parked);
    }

    private void answerAtOnce(Vcpu vcpu) {
        vcpu.sipiLatched.clear();
        vcpu.guest.noteKeptReleaseWritten();
        if (vcpu.holdType.is(HoldType.NAE)) {
            vcpu.guest.holdResult().release();
        } else {
            vcpu.guest.holdResult().msr(GhcbMsr.HOLD_RELEASED);
        }
    }
}
