package org.exitrace.kvm.migration.guest;

import static org.exitrace.kvm.migration.guest.Announcements.instruction;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.migration.design.BootReset;
import org.exitrace.kvm.migration.design.FirmwareReport;
import org.exitrace.kvm.migration.design.MigrationEnable;
import org.exitrace.kvm.migration.design.OfflineWrite;
import org.exitrace.kvm.migration.design.ShutdownWrite;
import org.exitrace.kvm.migration.spec.PageType;
import org.exitrace.kvm.migration.world.GuestPage;
import org.exitrace.kvm.migration.world.MsrAnswer;
import org.exitrace.kvm.migration.world.Vcpu;
import org.exitrace.kvm.migration.world.World;

/** A kernel from its start to its end, behind firmware that has shared pages of its own. */
public final class KernelLife {

    private static final String SOURCE = "docs/live-migration.md, the guest's life";

    private final Design design;
    private final Announcements announcements;
    private final Conversions conversions;
    private final GuestPages pages;

    /** The life of a guest with those pages. */
    public KernelLife(
            Design design, Announcements announcements, Conversions conversions,
            GuestPages pages) {
        this.design = design;
        this.announcements = announcements;
        this.conversions = conversions;
        this.pages = pages;
    }

    /** The firmware, and then the first kernel. */
    public Routine<Vcpu> boot() {
        return Routine.named("boot", SOURCE, code -> {
            boolean tells = design.get(FirmwareReport.SWITCH) == FirmwareReport.ANNOUNCES;
            for (int page = 0; page < pages.firmware(); page++) {
                if (tells) {
                    code.call(conversions.convert(page, PageType.SHARED));
                } else {
                    conversions.map(code, page, PageType.SHARED, false)
                            .call(conversions.write(page));
                }
            }
            if (tells && pages.efi()) {
                instruction(code, "OVMF sets SevLiveMigrationEnabled",
                        vcpu -> vcpu.world.vm.efiVariable.raise());
            }
            code.call(start());
        });
    }

    /** A kernel begins: it uses its memory, announces it, and says that it can be migrated. */
    private Routine<Vcpu> start() {
        return Routine.named("start_kernel", SOURCE, code -> {
            for (int page = pages.firmware(); page < pages.all(); page++) {
                if (pages.isDecryptedBss(page)) {
                    conversions.map(code, page, PageType.SHARED, false);
                }
                code.call(conversions.write(page));
            }
            announceMemory(code);
            boolean atOnce = !pages.efi()
                    || design.get(MigrationEnable.SWITCH) == MigrationEnable.UNCONDITIONAL;
            code.call(atOnce ? enable() : lateInitcall(Variable.AS_FIRMWARE));
        });
    }

    private void announceMemory(Block<Vcpu> code) {
        if (design.get(BootReset.SWITCH) == BootReset.ALL_RAM) {
            announceRam(code);
        }
        if (pages.decryptedBss()) {
            code.call(announcements.announce(pages.all() - 1, PageType.SHARED));
        }
    }

    private Routine<Vcpu> enable() {
        return Routine.named("kvm_init_platform", SOURCE, code -> code
                .when(vcpu -> vcpu.cpuid.isClear(),
                        off -> off.done(vcpu -> vcpu.result.become(Vcpu.DISABLED)))
                .call(announcements.write(1, true))
                .local(vcpu -> vcpu.result.become(
                        vcpu.answer.is(MsrAnswer.OK) ? Vcpu.READY : Vcpu.DISABLED)));
    }

    /** The initcall that asks EFI; {@code variable} says what it finds. */
    public Routine<Vcpu> lateInitcall(Variable variable) {
        return Routine.named("setup_efi_kvm_sev_migration", SOURCE, code -> {
            code.when(vcpu -> vcpu.cpuid.isClear(),
                    off -> off.done(vcpu -> vcpu.result.become(Vcpu.DISABLED)));
            instruction(code, "reads SevLiveMigrationEnabled: " + variable.label(), vcpu -> {
                boolean set = vcpu.world.vm.efiVariable.isSet();
                vcpu.result.become(variable.enables(set) ? Vcpu.READY : Vcpu.DISABLED);
            });
            code.when(vcpu -> vcpu.result.is(Vcpu.READY), yes -> yes.call(enable()));
        });
    }

    /** The kernel ends, and another one begins in its place. */
    public Routine<Vcpu> kexec() {
        return Routine.named("kexec", SOURCE, code -> code.call(shutDown()).call(jump()));
    }

    /** What a kernel does that ends, while its other vCPUs may still run. */
    public Routine<Vcpu> shutDown() {
        return Routine.named("kvm_pv_reboot_notify", SOURCE, code -> {
            if (design.get(ShutdownWrite.SWITCH) == ShutdownWrite.WRITES_ZERO) {
                code.when(vcpu -> vcpu.cpuid.isSet(),
                        known -> known.call(announcements.write(0, true)));
            }
            if (design.get(BootReset.SWITCH) == BootReset.AT_KEXEC) {
                announceRam(code);
            }
        });
    }

    /** The next kernel begins; the others of the vCPUs stand. */
    public Routine<Vcpu> jump() {
        return Routine.named("machine_kexec", SOURCE, code -> {
            instruction(code, "jumps into the next kernel", vcpu -> takeOver(vcpu.world));
            code.call(start());
        });
    }

    private void announceRam(Block<Vcpu> code) {
        for (int page = pages.firmware(); page < pages.all(); page++) {
            code.call(announcements.announce(page, PageType.PRIVATE));
        }
    }

    /** All memory but the firmware's is the new kernel's, which maps it private. */
    private void takeOver(World world) {
        world.vm.reports.clear();
        for (int number = pages.firmware(); number < pages.all(); number++) {
            GuestPage page = world.pages.get(number);
            page.type.become(PageType.PRIVATE);
            page.counted.clear();
        }
    }

    /** The vCPU is taken offline, and the kernel lives on. */
    public Routine<Vcpu> cpuOffline() {
        return Routine.named("kvm_guest_cpu_offline", SOURCE, code -> {
            if (design.get(OfflineWrite.SWITCH) == OfflineWrite.WRITES_ZERO) {
                code.when(vcpu -> vcpu.cpuid.isSet(),
                        known -> known.call(announcements.write(0, false)));
            }
            instruction(code, "is offline", vcpu -> vcpu.result.become(Vcpu.OK));
        });
    }
}
