package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Option;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/**
 * SNP_SHUTDOWN and SNP_SHUTDOWN_EX. The state is UNINIT before anything else is done, and stays
 * so if that fails. Guests that hold no ASID do not hinder it, and ASIDs that are held do: no
 * DF_FLUSH cures that.
 */
final class SnpShutdown {

    private static final String SOURCE = "SEV firmware, a.2";

    private SnpShutdown() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(
                done(clean(Handler.of(CommandId.SNP_SHUTDOWN, SOURCE)
                        .with(SnpShutdown::states)
                        .already(SnpShutdown::end))),
                done(clean(Handler.of(CommandId.SNP_SHUTDOWN_EX, SOURCE)
                        .takes(Argument.SHUTDOWN_PARTS)
                        .with(SnpShutdown::states)
                        .with(SnpShutdown::parts)
                        .already(SnpShutdown::end)
                        .next("shuts down the x86 side",
                                fw -> fw.command.asks(Option.X86_SHUTDOWN))
                        .refuse("x86-shutdown", Status.SHUTDOWN_INCOMPLETE,
                                "the x86 side fails to shut down",
                                fw -> fw.command.asks(Option.X86_SHUTDOWN)
                                        && fw.settings.has(HostSetting.X86_SHUTDOWN_FAILS)))
                        .code(List.of(), code -> code.when(
                                fw -> fw.command.asks(Option.IOMMU_SHUTDOWN),
                                iommu -> release(iommu, bounds)))));
    }

    private static void states(Handler handler) {
        handler.with(PlatformRefusals::sevUninit)
                .succeedIf("uninit", "snp.state is UNINIT: there is nothing to shut down",
                        fw -> fw.platform.snp.is(SnpState.UNINIT))
                .refuse("asids", Status.DF_FLUSH_REQUIRED,
                        "some ASID is not clean in every core complex",
                        fw -> fw.asids.stream().anyMatch(
                                row -> !row.isEverywhere(AsidUse.CLEAN)));
    }

    private static void parts(Handler handler) {
        handler.refuseFlaw("length", Status.INVALID_PARAM, "the buffer's length is not 8")
                .refuseFlaw("reserved", Status.INVALID_PARAM, "reserved bits are set")
                .refuse("x86-without-iommu", Status.INVALID_PARAM,
                        "the x86 side is to be shut down without the IOMMU",
                        fw -> fw.command.asks(Option.X86_SHUTDOWN)
                                && !fw.command.asks(Option.IOMMU_SHUTDOWN))
                .next("asks the SMU", fw -> fw.command.asks(Option.X86_SHUTDOWN))
                .refuse("smu", Status.INVALID_PARAM,
                        "the SMU does not support to shut down the x86 side",
                        fw -> fw.command.asks(Option.X86_SHUTDOWN)
                                && fw.settings.has(HostSetting.SMU_UNABLE));
    }

    private static void end(Firmware fw) {
        fw.platform.snp.become(SnpState.UNINIT);
    }

    private static Handler clean(Handler handler) {
        return handler.next("cleans up")
                .with(PlatformRefusals.setting("cleanup", Status.HARDWARE_UNSAFE,
                        HostSetting.CLEANUP_FAILS, "the cleanup fails"));
    }

    private static Handler done(Handler handler) {
        return handler.then()
                .does(fw -> fw.platform.versions.vlek.clear())
                .moves(new Move("snp", SnpState.INIT, SnpState.UNINIT))
                .moves(new Move("snp", SnpState.UNINIT, SnpState.UNINIT));
    }

    /** Older firmware forgets that the large page around it has one page less. */
    private static void giveUp(Firmware fw, RmpEntry entry, int page) {
        if (fw.settings.has(HostSetting.OLD_INTERFACE)) {
            fw.pages.get(Pages.base(page)).miscounted.raise();
        } else {
            entry.assigned.raise();
        }
    }

    private static void release(Block<Firmware> code, FirmwareBounds bounds) {
        code.local(fw -> {
            fw.platform.rmpInitialized.clear();
            fw.platform.versions.ofRmp.clear();
            fw.asids.forEach(row -> row.key.clear());
        });
        code.step("the IOMMU no longer checks the RMP",
                fw -> fw.platform.iommuEnforces.clear()).costs("psp.access");
        int page = bounds.pages() - 1;
        if (page >= 0) {
            code.when(fw -> fw.pages.is(page, PageState.FIRMWARE_IOMMU), logs -> logs
                    .step("gives up the page of the IOMMU's logs", fw -> {
                        RmpEntry entry = fw.pages.entry(page);
                        entry.clear();
                        giveUp(fw, entry, page);
                    }).costs("psp.access"));
        }
        code.step("the RMP is no longer guarded", fw -> fw.platform.rmpAccess.clear())
                .costs("psp.access");
    }
}
