package org.exitrace.kvm.migration.guest;

import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.migration.design.ConversionNotice;
import org.exitrace.kvm.migration.design.VmmRet;
import org.exitrace.kvm.migration.kernel.MapGpaRange;
import org.exitrace.kvm.migration.kernel.MigrationMsr;
import org.exitrace.kvm.migration.spec.HypercallError;
import org.exitrace.kvm.migration.spec.PageType;
import org.exitrace.kvm.migration.world.GuestPage;
import org.exitrace.kvm.migration.world.MsrAnswer;
import org.exitrace.kvm.migration.world.Vcpu;
import org.exitrace.kvm.migration.world.Vm;

/** The two messages of the guest to its host: the type of a page, and that it can be migrated. */
public final class Announcements {

    private static final String SOURCE = "docs/live-migration.md, the messages";

    private final MapGpaRange hypercall;
    private final MigrationMsr msr;
    private final String hypercallName;
    private final boolean vmmWritesRet;
    private final boolean sendsAgain;

    /** The messages in that design. */
    public Announcements(Design design, MigrationMsr msr) {
        this.msr = msr;
        hypercall = new MapGpaRange(design);
        hypercallName = MigrationMsr.interfaceOf(design).hypercall();
        sendsAgain = design.get(ConversionNotice.SWITCH) == ConversionNotice.SENDS_AGAIN;
        vmmWritesRet = design.get(VmmRet.SWITCH) == VmmRet.WRITES;
    }

    /** An instruction of the guest, which is executed only while the vCPU runs. */
    static Block<Vcpu> instruction(Block<Vcpu> code, String name, Consumer<Vcpu> effect) {
        return code.await(name, Vcpu::runs, effect).costs("guest.instruction");
    }

    /** A kernel that found the feature tells that {@code page} is of {@code type}. */
    Routine<Vcpu> announce(int page, PageType type) {
        return Routine.named("notify_page_enc_status_changed", SOURCE, code -> code
                .when(vcpu -> vcpu.cpuid.isClear(), silent -> silent.done())
                .call(call(page, type, 0, MapGpaRange.Flaw.NONE, true)));
    }

    /**
     * The hypercall.
     *
     * @param counted whether it counts as the guest kernel's own
     */
    public Routine<Vcpu> call(
            int page, PageType type, int cpl, MapGpaRange.Flaw flaw, boolean counted) {
        String what = hypercallName + ": page " + page + " is " + type.word();
        return Routine.named("guest", SOURCE, code -> {
            instruction(code, "VMMCALL " + what, vcpu -> {
                if (counted) {
                    vcpu.world.vm.called.raise();
                }
                vcpu.rax.become(hypercall.refusal(vcpu, cpl, flaw));
                if (!vcpu.rax.is(HypercallError.NONE)) {
                    settle(vcpu, page);
                } else if (hypercall.isKeptByKvm()) {
                    note(vcpu, page, type);
                } else {
                    hypercall.exit(vcpu);
                }
            });
            code.when(vcpu -> vcpu.exited.isSet(), exit -> exit
                    .step("KVM_EXIT_HYPERCALL: the VMM notes that page " + page + " is "
                            + type.word(), vcpu -> handle(vcpu, page, type))
                    .costs("vmm.exit-to-user"));
        });
    }

    private void handle(Vcpu vcpu, int page, PageType type) {
        note(vcpu, page, type);
        if (sendsAgain && vcpu.world.vm.logging.isSet()) {
            vcpu.world.here(page).dirty.raise();
        }
        if (vmmWritesRet) {
            vcpu.ret.become(HypercallError.NONE);
        }
        vcpu.rax.become(vcpu.ret.get());
        if (!vcpu.rax.is(HypercallError.NONE)) {
            vcpu.failedForNothing.raise();
        }
        vcpu.exited.clear();
    }

    private static void note(Vcpu vcpu, int number, PageType type) {
        vcpu.world.here(number).known.become(type);
        settle(vcpu, number);
    }

    private static void settle(Vcpu vcpu, int number) {
        GuestPage page = vcpu.world.pages.get(number);
        page.converting.clear();
    }

    /**
     * A write of the MSR.
     *
     * @param told whether the kernel says by a 1 that it has announced all
     */
    public Routine<Vcpu> write(int value, boolean told) {
        return Routine.named("guest", SOURCE, code -> {
            instruction(code, "WRMSR " + msr.name() + " = " + value, vcpu -> {
                if (value == 0 && told) {
                    vcpu.world.vm.reports.clear();
                }
                writeInKvm(vcpu, value, told);
            });
            code.when(vcpu -> vcpu.exited.isSet(), exit -> exit
                    .step("KVM_EXIT_X86_WRMSR: the VMM handles " + value,
                            vcpu -> writeInUserSpace(vcpu, value, told))
                    .costs("vmm.exit-to-user"));
        });
    }

    private void writeInKvm(Vcpu vcpu, int value, boolean told) {
        MigrationMsr.Write done = msr.write(vcpu, value);
        vcpu.answer.become(done == MigrationMsr.Write.FAULTS ? MsrAnswer.GP : MsrAnswer.OK);
        if (done == MigrationMsr.Write.EXITS) {
            vcpu.exited.raise();
        } else if (done != MigrationMsr.Write.FAULTS && msr.mustFault(vcpu, value)) {
            vcpu.world.vm.accepted.raise();
        }
        if (done == MigrationMsr.Write.STORED) {
            vcpu.world.vm.msr.become(value);
            tell(vcpu.world.vm, value, told);
        }
    }

    private void writeInUserSpace(Vcpu vcpu, int value, boolean told) {
        Vm vm = vcpu.world.vm;
        if (msr.mustFault(vcpu, value)) {
            vcpu.answer.become(MsrAnswer.GP);
        } else {
            msr.keep(vcpu, value == 1);
            if (vm.ready.isEmpty() && vm.watched.isSet()) {
                vm.zeroSeen.raise();
            }
            tell(vm, value, told);
        }
        vcpu.exited.clear();
    }

    private static void tell(Vm vm, int value, boolean told) {
        if (value == 1 && told) {
            vm.reports.raise();
        }
    }

    /** A read of the MSR. */
    public Routine<Vcpu> read() {
        return Routine.named("guest", SOURCE, code ->
                instruction(code, "RDMSR " + msr.name(), vcpu -> {
                    Vm vm = vcpu.world.vm;
                    if (msr.readFaults(vcpu)) {
                        vcpu.result.become(Vcpu.GP);
                    } else {
                        boolean one = msr.isInUserSpace(vcpu) ? msr.isKept(vcpu) : vm.msr.is(1);
                        vcpu.result.become(one ? "1" : "0");
                    }
                }));
    }
}
