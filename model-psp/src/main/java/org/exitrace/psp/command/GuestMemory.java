package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.SevPolicy;
import org.exitrace.psp.spec.Status;

/** What the host may have done with a guest's memory: copied, and read or written in debugging. */
final class GuestMemory {

    private static final String SOURCE = "SEV firmware, b.2";
    /** Only the first pages are compared, whatever the length. */
    private static final Refusal OVERLAP = new Refusal("overlap", Status.SUCCESS,
            "the first pages of source and destination overlap: nothing is copied",
            fw -> from(fw) == to(fw));

    private GuestMemory() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(copy(bounds), debug(CommandId.DBG_DECRYPT), debug(CommandId.DBG_ENCRYPT));
    }

    private static Handler copy(FirmwareBounds bounds) {
        return Handler.of(CommandId.COPY, SOURCE)
                .takes(Argument.PAGES, Argument.TO)
                .with(CommonRefusals::guestCommand)
                .with(CommonRefusals::inactive)
                .refuseFlaw("length-zero", Status.INVALID_LENGTH, "len is 0")
                .refuseFlaw("length", Status.INVALID_LENGTH, "len is no multiple of 4096")
                .refuseFlaw("source", Status.INVALID_ADDRESS, "the source is no page's address")
                .refuseFlaw("destination", Status.INVALID_ADDRESS,
                        "the destination is no page's address")
                .with(CommonRefusals::pageTo)
                .code(List.of(PageRange.later(GuestMemory::to), OVERLAP), code -> {
                    PageRange pages = new PageRange(code, bounds).checkRest(GuestMemory::to);
                    code.when(OVERLAP.applies()::test, Block::done);
                    pages.each(GuestMemory::copyPage);
                });
    }

    private static void copyPage(Block<Firmware> page) {
        page.step("read a page", fw -> {
            fw.transfer.read(PageRange.page(fw, GuestMemory::from));
            fw.transfer.decrypt(fw.guest().key.get());
            fw.transfer.encrypt(fw.guest().key.get());
        }).costs("psp.access").when(fw -> PageRange.isModelled(fw, GuestMemory::to), known -> known
                        .step("write it encrypted", fw -> fw.transfer.write(
                                fw, PageRange.page(fw, GuestMemory::to))).costs("psp.access"),
                unknown -> unknown.local(fw -> fw.transfer.forget()));
    }

    private static int from(Firmware fw) {
        return fw.command.page.get();
    }

    private static int to(Firmware fw) {
        return fw.command.to.get();
    }

    private static Handler debug(CommandId id) {
        return Handler.of(id, SOURCE)
                .takes(Argument.PAGE, Argument.TO)
                .with(CommonRefusals::working)
                .refuseFlaw("address", Status.INVALID_ADDRESS, "an address is no multiple of 16")
                .refuseFlaw("length", Status.INVALID_LENGTH, "len is no multiple of 16")
                .with(CommonRefusals::handle)
                .refuse("nodbg", Status.POLICY_FAILURE, "the policy forbids debugging",
                        fw -> fw.guest().has(SevPolicy.NODBG))
                .with(CommonRefusals::pageTo)
                .with(CommonRefusals::inactive)
                .next("read the source")
                .does(fw -> {
                    fw.transfer.read(fw.pages.get(from(fw)));
                    if (id == CommandId.DBG_DECRYPT) {
                        fw.transfer.decrypt(fw.guest().key.get());
                    } else {
                        fw.transfer.encrypt(fw.guest().key.get());
                    }
                })
                .next("write the destination")
                .does(fw -> fw.transfer.write(fw, destination(fw)));
    }

    private static Page destination(Firmware fw) {
        return fw.pages.get(to(fw));
    }
}
