package org.exitrace.kvm.migration.vmm;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.migration.design.PageStatus;
import org.exitrace.kvm.migration.design.ReadyCheck;
import org.exitrace.kvm.migration.design.VmsaRefused;
import org.exitrace.kvm.migration.kernel.MigrationMsr;
import org.exitrace.kvm.migration.spec.GuestKind;
import org.exitrace.kvm.migration.spec.PageType;
import org.exitrace.kvm.migration.world.Vm;
import org.exitrace.kvm.migration.world.World;
import org.exitrace.psp.spec.GuestState;

/** The whole migration, as one thread of user space does it. */
public final class Migrating {

    private static final String SOURCE = "docs/live-migration.md, the rounds";

    private final Design design;
    private final Rounds rounds;
    private final MigrationMsr msr;
    private final GuestKind kind;
    private final List<MigrationHandler> handlers;
    private final boolean overlooksRegisters;

    /**
     * A VMM of that design.
     *
     * @param handlers those of the guest's own vCPUs that only the VMM knows
     */
    public Migrating(
            Design design, MigrationMsr msr, World world, List<MigrationHandler> handlers) {
        this.design = design;
        this.msr = msr;
        this.kind = world.kind;
        this.handlers = List.copyOf(handlers);
        overlooksRegisters = design.get(VmsaRefused.SWITCH) == VmsaRefused.GOES_ON;
        rounds = new Rounds(design, world.pages.size());
    }

    /** So many rounds while the guest runs, and the last one while it stands. */
    public Routine<Vmm> migrate(int running) {
        return Routine.named("migrate", SOURCE, code -> {
            code.test("is the guest ready?", this::isReady,
                    ready -> ready.local(vmm -> vmm.world.vm.watched.raise()),
                    not -> not.done(Migrating::refuse)).costs("vmm.access");
            begin(code);
            for (int i = 0; i < running; i++) {
                code.call(rounds.round(i == 0));
            }
            code.step("vm_stop", vmm -> vmm.world.vm.stop.raise()).costs("vmm.access")
                    .await("all vCPUs have left the guest", this::stands).costs("vmm.access");
            checkAgain(code);
            code.call(rounds.round(running == 0));
            if (kind == GuestKind.SEV_ES && !overlooksRegisters) {
                code.pause("SEND_UPDATE_VMSA: -EINVAL").costs("kvm.access");
                cancel(code, vmm -> vmm.result.become(Vmm.EINVAL));
            } else {
                finish(code);
            }
        });
    }

    private void begin(Block<Vmm> code) {
        if (kind.isSev()) {
            code.step("SEND_START, RECEIVE_START", vmm -> {
                vmm.sending.become(GuestState.SUPDATE);
                vmm.receiving.become(GuestState.RUPDATE);
            }).costs("psp.command");
        }
        code.step("KVM_MEM_LOG_DIRTY_PAGES: all pages are to be sent", vmm -> {
            vmm.world.vm.logging.raise();
            vmm.world.pages.forEach(page -> vmm.pending.add(page.number()));
        }).costs("kvm.access");
    }

    /** Whether the MSR, wherever it is kept, says that the guest can be migrated. */
    private boolean isReady(Vmm vmm) {
        Vm vm = vmm.world.vm;
        return msr.isInUserSpace(vmm.vcpus.get(0)) ? !vm.ready.isEmpty() : (vm.msr.get() & 1) == 1;
    }

    private static void refuse(Vmm vmm) {
        if (vmm.world.vm.reports.isSet()) {
            vmm.world.vm.refused.raise();
        }
        vmm.result.become(Vmm.NOT_READY);
    }

    private boolean stands(Vmm vmm) {
        return vmm.vcpus.stream().allMatch(vcpu -> vcpu.away.isSet())
                && handlers.stream().allMatch(handler -> handler.away.isSet());
    }

    private void checkAgain(Block<Vmm> code) {
        ReadyCheck check = design.get(ReadyCheck.SWITCH);
        if (check == ReadyCheck.AT_START) {
            return;
        }
        Predicate<Vmm> ends = vmm -> !isReady(vmm)
                || check == ReadyCheck.ENDS_ON_ZERO && vmm.world.vm.zeroSeen.isSet();
        code.test("has the guest taken it back?", ends, giveUp ->
                cancel(giveUp, vmm -> vmm.result.become(Vmm.NOT_READY))).costs("vmm.access");
    }

    /** Encrypted registers stay behind: no kernel can send them. */
    private void finish(Block<Vmm> code) {
        if (kind == GuestKind.SEV_ES) {
            code.step("SEND_UPDATE_VMSA: -EINVAL, which is overlooked",
                    vmm -> vmm.world.vm.restarted.raise()).costs("kvm.access");
        }
        if (kind.isSev()) {
            code.step("SEND_FINISH, RECEIVE_FINISH",
                    vmm -> vmm.sending.become(GuestState.SENT)).costs("psp.command");
        }
        code.step("the destination runs the guest", this::arrive).costs("vmm.switch-over");
    }

    private static void cancel(Block<Vmm> code, Consumer<Vmm> result) {
        code.step("SEND_CANCEL; the guest goes on where it is", vmm -> {
            vmm.world.stay();
            forget(vmm);
            vmm.sending.become(GuestState.RUNNING);
            vmm.receiving.clear();
            result.accept(vmm);
        }).costs("psp.command").done();
    }

    private void arrive(Vmm vmm) {
        World world = vmm.world;
        boolean fromCopy = design.get(PageStatus.SWITCH) != PageStatus.USER_SPACE;
        world.pages.forEach(page -> {
            int number = page.number();
            PageType known = !fromCopy ? world.source.get(number).known.get()
                    : vmm.shared.has(number) ? PageType.SHARED : PageType.PRIVATE;
            world.destination.get(number).known.become(known);
        });
        world.arrive();
        forget(vmm);
        vmm.receiving.become(GuestState.RUNNING);
        vmm.result.become(Vmm.MIGRATED);
    }

    private static void forget(Vmm vmm) {
        vmm.pending.clear();
        vmm.shared.clear();
    }
}
