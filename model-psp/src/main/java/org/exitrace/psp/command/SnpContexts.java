package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GctxState;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.Status;

/** How an SNP guest's context comes and goes. */
final class SnpContexts {

    private static final String SOURCE = "SEV firmware, e.1";

    private SnpContexts() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(create(), decommission(bounds), status());
    }

    private static Handler create() {
        return Handler.of(CommandId.SNP_GCTX_CREATE, SOURCE)
                .with(SnpRefusals::platform)
                .takes(Argument.GCTX)
                .next("read the RMP entry of the page")
                .refuse("page-state", Status.INVALID_PAGE_STATE, "the page is not FIRMWARE",
                        SnpRefusals.notIn(SnpRefusals.GCTX, PageState.FIRMWARE))
                .refuse("page-size", Status.INVALID_PAGE_SIZE, "the page is large",
                        fw -> SnpRefusals.isLarge(fw, SnpRefusals.GCTX))
                .refuseFlaw("mmio", Status.INVALID_CONFIG, "the page overlaps MMIO")
                .next("zero the page")
                .does(fw -> {
                    fw.write(fw.command.snp.gctx.get(), 0);
                    fw.snpGuest().state.become(GctxState.INIT);
                })
                .with(handler -> SnpRefusals.change(handler, "the context",
                        SnpRefusals.GCTX, (fw, entry) -> entry.vmsa.raise()))
                .moves(new Move("page", PageState.FIRMWARE, PageState.CONTEXT))
                .moves(new Move("gctx", GctxState.NONE, GctxState.INIT));
    }

    private static Handler decommission(FirmwareBounds bounds) {
        return Handler.of(CommandId.SNP_DECOMMISSION, SOURCE)
                .with(SnpRefusals::context)
                .code(List.of(), code -> {
                    Asids.makeInvalid(code, bounds, fw -> fw.snpGuest().asid.get());
                    code.local(fw -> end(fw, fw.snpGuest()));
                })
                .with(handler -> SnpRefusals.change(handler, "the context",
                        SnpRefusals.GCTX, (fw, entry) -> entry.vmsa.clear()))
                .moves(new Move("page", PageState.CONTEXT, PageState.FIRMWARE))
                .moves(new Move("gctx", GctxState.INIT, GctxState.NONE))
                .moves(new Move("gctx", GctxState.LAUNCH, GctxState.NONE))
                .moves(new Move("gctx", GctxState.RUNNING, GctxState.NONE))
                .moves(new Move("asid", AsidUse.IN_USE, AsidUse.DIRTY))
                .moves(new Move("asid", AsidUse.ALLOCATED, AsidUse.CLEAN));
    }

    /** The guest loses its ASID, and all that the firmware knew of it. */
    static void end(Firmware fw, SnpGuest guest) {
        if (guest.asid.get() != 0) {
            Asids.letGo(fw, guest.asid.get());
        }
        guest.wipe();
    }

    private static Handler status() {
        return Handler.of(CommandId.SNP_GUEST_STATUS, SOURCE)
                .with(SnpRefusals::context)
                .takes(Argument.PAGE)
                .next("read the RMP entry of the status page")
                .refuse("page-state", Status.INVALID_PAGE_STATE,
                        "the status page is neither FIRMWARE nor DEFAULT",
                        fw -> !fw.pages.isFirmwareWritable(fw.command.page.get()))
                .next("write the status")
                .does(fw -> fw.write(fw.command.page.get(), 1));
    }
}
