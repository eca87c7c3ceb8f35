package org.exitrace.kvm.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.kvm.lapic.EventAcceptance;
import org.exitrace.kvm.lapic.HaltEmulation;
import org.exitrace.kvm.lapic.IpiDelivery;
import org.exitrace.kvm.sev.JumpTable;
import org.exitrace.kvm.sev.ResetHoldExit;
import org.exitrace.kvm.sev.SipiDelivery;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;

/** KVM_RUN with an in-kernel LAPIC, or with one in user space. */
public final class KvmRun {

    private static final String SOURCE = "x86.c kvm_arch_vcpu_ioctl_run, vcpu_run";

    private final VmFeatures vm;
    private final Routine<Vcpu> accept;
    private final Consumer<Block<Vcpu>> woken;
    private final Routine<Vcpu> enter;
    private final Routine<Vcpu> sendIpi;
    private final ResetHoldExit holds;
    private final HaltEmulation halts;
    private final JumpTable jumpTable;
    private final Optional<GhcbExits> exits;

    /** The ioctl of a VM that has {@code vcpus} and one jump-table address. */
    public KvmRun(VmFeatures vm, List<Vcpu> vcpus, JumpTable jumpTable) {
        this(vm, vcpus, jumpTable, Optional.empty(), Optional.empty());
    }

    /**
     * The same, where GHCB pages are modelled whole and {@code exits} handles them, and where the
     * guest can replace {@code states}.
     */
    public KvmRun(VmFeatures vm, List<Vcpu> vcpus, JumpTable jumpTable,
            Optional<GhcbExits> exits, Optional<ProtectedState> states) {
        this.vm = vm;
        Routine<Vcpu> deliver = vm.sevEs()
                ? new SipiDelivery(vm.sipiHook(),
                        vcpus.stream().anyMatch(Vcpu::beginsFromHosts)).deliver()
                : PlainSipi.deliver();
        EventAcceptance acceptance =
                new EventAcceptance(deliver, vm, states.map(ProtectedState::reset));
        this.accept = acceptance.accept();
        this.woken = code -> states.ifPresent(
                state -> state.takeBlocked(code, acceptance.vcpuReset()));
        this.enter = new GuestEntry(
                vm, accept, exits, states, acceptance.vcpuReset()).enter();
        this.sendIpi = new IpiDelivery(vcpus, vm.remoteMpState()).send();
        this.holds = new ResetHoldExit(vm);
        this.halts = new HaltEmulation(vm);
        this.jumpTable = jumpTable;
        this.exits = exits;
    }

    /** {@code kvm_apic_accept_events} of this VM. */
    public Routine<Vcpu> acceptEvents() {
        return accept;
    }

    /** The ioctl; it ends when there is something for user space, told by the exit reason. */
    public Routine<Vcpu> run() {
        return Routine.named("KVM_RUN", SOURCE, code -> {
            code.local(vcpu -> vcpu.exitReason.clear());
            code.when(vcpu -> vcpu.mpState.is(MpState.UNINITIALIZED), first -> first
                    .call(Blocking.blockUninitialized(accept, woken))
                    .done(KvmRun::runAgain));
            exits.ifPresent(whole -> code.call(whole.complete())
                    .when(whole::hasReturned, out -> out.done()));
            code.forever(loop -> {
                loop.when(Vcpu::isRunnable,
                        running -> running.call(enter).call(handleExit()),
                        blocked -> blocked.call(Blocking.block(accept, woken)));
                exits.ifPresent(whole -> loop.when(whole::hasReturned, out -> out.done()));
                loop.when(vcpu -> !vcpu.exitReason.is(ExitReason.NONE), out -> out.done());
            });
        });
    }

    private static void runAgain(Vcpu vcpu) {
        if (vcpu.exitReason.is(ExitReason.NONE)) {
            vcpu.exitReason.become(ExitReason.EAGAIN);
        }
    }

    private Routine<Vcpu> handleExit() {
        return Routine.named("handle_exit", "svm.c svm_handle_exit", code -> {
            code.when(vcpu -> vcpu.guest.exit.is(GuestExit.NONE), none -> none.done());
            exits.ifPresent(whole -> code.when(vcpu -> vcpu.guest.exit.is(GuestExit.VMGEXIT),
                    vmgexit -> vmgexit.call(whole.handle()).done()));
            if (exits.isEmpty()) {
                partOfPage(code);
            }
            code.when(vcpu -> vcpu.guest.exit.is(GuestExit.HLT), hlt -> halt(hlt));
            lapicWrite(code);
        });
    }

    /** The exits of a GHCB of which no more is modelled than what AP boot needs. */
    private void partOfPage(Block<Vcpu> code) {
        if (vm.sevEs()) {
            code.when(KvmRun::leftByGhcb, ghcb -> ghcb.local(vcpu -> vcpu.ghcbMapped.raise()));
        }
        code.when(vcpu -> vcpu.guest.exit.is(GuestExit.AP_RESET_HOLD),
                nae -> nae.call(holds.nae()).done());
        code.when(vcpu -> vcpu.guest.exit.is(GuestExit.AP_RESET_HOLD_MSR),
                msr -> msr.call(holds.msr()).done());
        code.when(vcpu -> vcpu.guest.exit.is(GuestExit.AP_JUMP_TABLE),
                table -> table.call(jumpTable.handle()).done());
    }

    /** Whether the exit came with a GHCB page, which stays mapped until the next entry. */
    private static boolean leftByGhcb(Vcpu vcpu) {
        return !vcpu.guest.exit.isEither(GuestExit.AP_RESET_HOLD_MSR, GuestExit.HLT);
    }

    private void halt(Block<Vcpu> code) {
        code.local(vcpu -> vcpu.guest.exit.clear());
        if (vm.userLapic()) {
            code.done(vcpu -> vcpu.exitReason.become(ExitReason.HLT));
        } else {
            halts.hlt(code);
            code.done();
        }
    }

    private void lapicWrite(Block<Vcpu> code) {
        code.local(vcpu -> vcpu.guest.exit.clear());
        if (vm.userLapic()) {
            code.done(vcpu -> vcpu.exitReason.become(ExitReason.ICR_WRITE));
        } else {
            code.call(sendIpi);
        }
    }
}
