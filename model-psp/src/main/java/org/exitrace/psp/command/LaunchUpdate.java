package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.LaunchDigest;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.Status;

/**
 * What is launched: hashed as it lies in memory, then encrypted in place. Each page is read once
 * into the firmware's buffer and written back from there (our reading; the firmware works in
 * chunks of 0x5000 bytes, a chunk is a page here).
 */
final class LaunchUpdate {

    private static final String SOURCE = "SEV firmware, b.2, d";

    private LaunchUpdate() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(data(bounds), vmsa());
    }

    private static Handler data(FirmwareBounds bounds) {
        Handler handler = Handler.of(CommandId.LAUNCH_UPDATE_DATA, SOURCE)
                .takes(Argument.PAGES)
                .with(CommonRefusals::guestCommand)
                .with(LaunchUpdate::state)
                .with(CommonRefusals::inactive)
                .with(LaunchUpdate::address)
                .refuseFlaw("length-zero", Status.INVALID_LENGTH, "len is 0")
                .refuseFlaw("length", Status.INVALID_LENGTH, "len is no multiple of 16")
                .with(CommonRefusals::page);
        Refusal chunk = handler.flaw("chunk", Status.FW_INTERNAL,
                "the work fails after the first chunk", fw -> fw.command.pages.get() > 1);
        Refusal later = PageRange.later(LaunchUpdate::first);
        return handler.code(List.of(later, chunk), code -> launch(code, bounds, chunk))
                .moves(new Move("guest", GuestState.LUPDATE, GuestState.LUPDATE));
    }

    private static void launch(Block<Firmware> code, FirmwareBounds bounds, Refusal chunk) {
        new PageRange(code, bounds).checkRest(LaunchUpdate::first).each(page -> page
                .when(fw -> fw.transfer.at.is(1) && chunk.applies().test(fw), broken -> broken
                        .local(fw -> fw.status.become(chunk.status())).leave())
                .step("read and hash a page", fw -> hash(fw, PageRange.page(fw,
                        LaunchUpdate::first))).costs("psp.hash")
                .step("write it back encrypted", fw -> fw.transfer.write(fw,
                        PageRange.page(fw, LaunchUpdate::first))).costs("psp.access"));
    }

    private static int first(Firmware fw) {
        return fw.command.page.get();
    }

    private static void hash(Firmware fw, Page page) {
        LegacyGuest guest = fw.guest();
        fw.transfer.read(page);
        guest.digest.become(LaunchDigest.update(guest.digest.get(), fw.transfer.bytes(page)));
        fw.transfer.encrypt(guest.key.get());
    }

    private static Handler vmsa() {
        return Handler.of(CommandId.LAUNCH_UPDATE_VMSA, SOURCE)
                .takes(Argument.PAGE)
                .refuseFlaw("length", Status.INVALID_LENGTH, "len is not 4096")
                .with(CommonRefusals::guestCommand)
                .with(LaunchUpdate::state)
                .with(CommonRefusals::withoutEncryptedState)
                .with(CommonRefusals::inactive)
                .with(LaunchUpdate::address)
                .with(CommonRefusals::page)
                .with(CommonRefusals::checksumPool)
                .next("read and hash the VMSA")
                .does(fw -> hash(fw, fw.pages.get(first(fw))))
                .next("write it back encrypted, with its checksum's place")
                .does(fw -> {
                    fw.transfer.write(fw, fw.pages.get(first(fw)));
                    fw.guest().vmsas.increment();
                })
                .moves(new Move("guest", GuestState.LUPDATE, GuestState.LUPDATE));
    }

    private static void state(Handler handler) {
        CommonRefusals.state(handler, "the guest is not in LUPDATE", GuestState.LUPDATE);
    }

    private static void address(Handler handler) {
        handler.refuseFlaw(
                "address", Status.INVALID_ADDRESS, "the address is no multiple of 16");
    }
}
