package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/**
 * A guest's page goes out under its offline key and comes back. Nothing here notices an old copy:
 * that is left to host and guest software. Metadata lie in memory that is not modelled.
 */
final class Swapping {

    private static final String SOURCE = "SEV firmware, b.2";

    private Swapping() {
    }

    static List<Handler> all() {
        return List.of(swapOut(), swapIn());
    }

    private static Handler swapOut() {
        return Handler.of(CommandId.SWAP_OUT, SOURCE)
                .with(Swapping::input)
                .with(CommonRefusals::handle)
                .with(CommonRefusals::withoutAsid)
                .refuseFlaw("iv-exhausted", Status.AEAD_OFLOW, "the guest's IV counter is used up")
                .with(CommonRefusals::pageTo)
                .with(Swapping::pageType)
                .next("read the guest's page")
                .does(fw -> {
                    fw.transfer.read(from(fw));
                    fw.transfer.decrypt(fw.guest().key.get());
                    fw.transfer.encrypt(fw.guest().offlineKey.get());
                })
                .next("write the swapped page")
                .does(fw -> fw.transfer.write(fw, fw.pages.get(fw.command.to.get())));
    }

    private static Handler swapIn() {
        return Handler.of(CommandId.SWAP_IN, SOURCE)
                .with(Swapping::input)
                .refuseFlaw("metadata", Status.INVALID_PARAM, "the metadata are of another page")
                .refuseFlaw("in-place", Status.INVALID_PARAM,
                        "source and destination overlap in a way that is not allowed")
                .with(CommonRefusals::handle)
                .with(CommonRefusals::withoutAsid)
                .with(CommonRefusals::pageTo)
                .with(Swapping::pageType)
                .next("read the swapped page")
                .refuse("tag", Status.BAD_MEASUREMENT, "the page was not swapped out of this guest",
                        fw -> !from(fw).cipher.is(fw.guest().offlineKey.get()))
                .does(fw -> {
                    fw.transfer.read(from(fw));
                    fw.transfer.decrypt(fw.guest().offlineKey.get());
                    fw.transfer.encrypt(fw.guest().key.get());
                })
                .next("write the guest's page")
                .does(fw -> fw.transfer.write(fw, fw.pages.get(fw.command.to.get())));
    }

    private static void input(Handler handler) {
        handler.takes(Argument.PAGE, Argument.TO)
                .with(CommonRefusals::working)
                .refuseFlaw("address", Status.INVALID_ADDRESS,
                        "an address is out of range, or no page's")
                .refuseFlaw("metadata-address", Status.INVALID_ADDRESS,
                        "the address of the metadata is no multiple of 64")
                .refuseFlaw("metadata-overlap", Status.INVALID_PARAM,
                        "the metadata overlap the page")
                .refuseFlaw("vmsa-size", Status.INVALID_PARAM, "a VMSA is not 4 KiB");
    }

    private static void pageType(Handler handler) {
        handler.refuseFlaw("page-type", Status.INVALID_PARAM, "the page is of another type");
    }

    private static Page from(Firmware fw) {
        return fw.pages.get(fw.command.page.get());
    }
}
