package org.exitrace.psp.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Option;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.firmware.Platform;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.firmware.StagingPages;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/**
 * SNP_INIT and SNP_INIT_EX. That the guard of the reverse map table is lifted again where they
 * fail behind it is our reading.
 */
final class SnpInit {

    private static final String SOURCE = "SEV firmware, a.2";

    private SnpInit() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(
                rest(Handler.of(CommandId.SNP_INIT, SOURCE).with(SnpInit::part), bounds),
                rest(Handler.of(CommandId.SNP_INIT_EX, SOURCE).takes(Argument.RMP)
                        .with(SnpInit::part).with(SnpInit::request), bounds));
    }

    private static void part(Handler handler) {
        handler.refuseFlaw("reserved", Status.INVALID_PARAM, "reserved bits are set")
                .next(PlatformRefusals.READ_REGISTERS)
                .with(PlatformRefusals.setting("diagnostic", Status.HARDWARE_PLATFORM,
                        HostSetting.DIAGNOSTIC_MODE, "the part is in diagnostic mode"))
                .with(PlatformRefusals::bothUninit)
                .with(PlatformRefusals.setting("boot-loader", Status.UNSUPPORTED,
                        HostSetting.OLD_BOOT_LOADER, "the boot loader is too old"))
                .with(PlatformRefusals.setting("unlocked", Status.HARDWARE_UNSAFE,
                        HostSetting.UNLOCKED_PART, "the part is unlocked"));
    }

    private static void request(Handler handler) {
        handler.refuse("rmp-needed", Status.RMP_INIT_REQUIRED,
                        "the RMP is to stay as it is, and is not initialised or of another TCB",
                        fw -> !fills(fw) && fw.platform.versions.ofRmp.get()
                                != fw.platform.versions.current.get())
                .refuse("ranges", Status.INVALID_PARAM,
                        "ranges are listed for an RMP that is to stay as it is",
                        fw -> !fills(fw) && !fw.command.area.is(CommandCells.NO_AREA));
    }

    private static Handler rest(Handler handler, FirmwareBounds bounds) {
        return handler.with(SnpInit::cores).with(SnpInit::table)
                .next("x86 software may not write the RMP")
                .does(fw -> fw.platform.rmpAccess.become(Platform.RmpAccess.READ_ONLY))
                .next("reads VM_HSAVE_PA of every core", SnpInit::fills)
                .refuse("hsave", Status.INVALID_CONFIG, "VM_HSAVE_PA of some core is not zero",
                        fw -> fills(fw) && fw.settings.has(HostSetting.HSAVE_SET))
                .leaving(fw -> fw.platform.rmpAccess.clear())
                .refuse("rmp-fill", Status.RMP_INITIALIZATION_FAILED, "the RMP is not filled",
                        fw -> fills(fw) && fw.settings.has(HostSetting.RMP_FILL_FAILS))
                .leaving(fw -> fw.platform.rmpAccess.clear())
                .code(List.of(), code -> {
                    fill(code, bounds);
                    protect(code, bounds);
                    Cores.forget(code, bounds, fw -> true);
                })
                .then()
                .does(fw -> fw.platform.snp.become(SnpState.INIT))
                .moves(new Move("snp", SnpState.UNINIT, SnpState.INIT))
                .moves(new Move("asid", AsidUse.CLEAN, AsidUse.DIRTY));
    }

    private static void cores(Handler handler) {
        handler.with(wrong("dram-encryption", HostSetting.DRAM_ENCRYPTION_OFF,
                        "encryption of DRAM is off"))
                .with(wrong("sme", HostSetting.SME_NOT_EVERYWHERE, "SME is not on every core"))
                .refuse("snp-enabled", Status.INVALID_CONFIG, "SNPEn is not set on every core",
                        fw -> !fw.settings.has(HostSetting.SNP_ENABLED))
                .with(wrong("vmpl-enabled", HostSetting.VMPL_NOT_EVERYWHERE,
                        "VMPLEn is not set on every core"))
                .with(wrong("smke", HostSetting.SMKE, "SMKE is on"))
                .with(wrong("msrs", HostSetting.MSRS_DIFFER,
                        "registers that must match differ between cores"))
                .with(wrong("mfdm", HostSetting.MFDM_OFF, "MFDM is off"))
                .with(wrong("smm-lock", HostSetting.SMM_UNLOCKED, "SMM is not locked"))
                .with(wrong("tseg", HostSetting.TSEG_WRONG, "TSEG is wrong"));
    }

    private static void table(Handler handler) {
        handler.with(PlatformRefusals.setting("rmp-bases", Status.FW_INTERNAL,
                        HostSetting.RMP_BASES_DIFFER, "the RMP lies elsewhere for some core"))
                .with(wrong("rmp-alignment", HostSetting.RMP_MISALIGNED,
                        "the RMP is not aligned to 1 MiB"))
                .with(PlatformRefusals.setting("rmp-c-bit", Status.UNSUPPORTED,
                        HostSetting.RMP_C_BIT, "the RMP's address has the C-bit"))
                .with(wrong("rmp-mmio", HostSetting.RMP_ON_MMIO,
                        "the RMP overlaps registers in memory"));
    }

    private static Consumer<Handler> wrong(
            String check, HostSetting setting, String sentence) {
        return PlatformRefusals.setting(check, Status.INVALID_CONFIG, setting, sentence);
    }

    /** SNP_INIT always fills the table. */
    private static boolean fills(Firmware fw) {
        return fw.commandId.is(CommandId.SNP_INIT) || fw.command.asks(Option.INIT_RMP);
    }

    /**
     * All pages become the host's; those of the listed range for ever. The table's own are the
     * firmware's, so that it protects itself as soon as it is in force.
     */
    private static void fill(Block<Firmware> code, FirmwareBounds bounds) {
        code.when(SnpInit::fills, yes -> {
            for (int i = 0; i < bounds.pages(); i++) {
                int page = i;
                yes.step("fills the RMP entry of page " + page, fw -> {
                    RmpEntry entry = fw.pages.get(page).entry;
                    entry.clear();
                    fw.contexts.get(page).wipe();
                    entry.immutable.become(
                            fw.command.area.is(CommandCells.FIRST_PAGE + page));
                    fw.pages.get(page).miscounted.clear();
                    if (page == Pages.OF_RMP && fw.settings.has(HostSetting.RMP_IN_FIRST_PAGE)) {
                        entry.becomeFirmware();
                    }
                }).costs("psp.access");
            }
            for (StagingPages.Which which : List.of(
                    StagingPages.Which.CMD_BUF, StagingPages.Which.CMD_BUF_BACKUP)) {
                yes.step("fills the RMP entry of " + which.name().toLowerCase(Locale.ROOT),
                        fw -> fw.staging.entry(which).clear()).costs("psp.access");
            }
            yes.local(fw -> {
                fw.platform.rmpInitialized.raise();
                fw.platform.versions.ofRmp.become(fw.platform.versions.current.get());
            });
        });
    }

    private static void protect(Block<Firmware> code, FirmwareBounds bounds) {
        code.step("the IOMMU checks the RMP", fw -> fw.platform.iommuEnforces.raise())
                .costs("psp.access");
        if (bounds.pages() > 0) {
            code.when(fw -> fw.settings.has(HostSetting.IOMMU_LOGS), logs -> logs
                    .step("takes the page of the IOMMU's logs", fw -> {
                        RmpEntry entry = fw.pages.get(bounds.pages() - 1).entry;
                        entry.becomeFirmware();
                        entry.tag.become(RmpEntry.TAG_IOMMU);
                    }).costs("psp.access"));
        }
        code.step("x86 software may write the RMP again, as the RMP itself allows",
                fw -> fw.platform.rmpAccess.become(Platform.RmpAccess.READ_WRITE))
                .costs("psp.access");
    }
}
