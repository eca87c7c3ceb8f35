package org.exitrace.psp.command;

import java.util.List;
import java.util.function.ToIntFunction;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.SnpPolicy;
import org.exitrace.psp.spec.Status;

/**
 * Reading and writing a guest's memory in the clear. A guest's page that is not immutable may go
 * to somebody else between the firmware's looks at its entry and its access to the page: each is
 * a step. That the owner is a look of its own is our reading.
 */
final class SnpDebug {

    private static final String SOURCE = "SEV firmware, e.1";

    private SnpDebug() {
    }

    static List<Handler> all() {
        return List.of(decrypt(), encrypt());
    }

    private static Handler decrypt() {
        Handler handler = begin(CommandId.SNP_DBG_DECRYPT)
                .next("read the RMP entry of the source")
                .refuse("source-state", Status.INVALID_PAGE_STATE,
                        "the source is no guest's page", SnpRefusals.notIn(SnpRefusals.PAGE,
                                PageState.PRE_GUEST, PageState.PRE_SWAP,
                                PageState.GUEST_INVALID, PageState.GUEST_VALID))
                .next("read the RMP entry of the destination")
                .refuse("target-state", Status.INVALID_PAGE_STATE,
                        "the destination is not FIRMWARE",
                        SnpRefusals.notIn(SnpRefusals.TO, PageState.FIRMWARE));
        return end(handler, SnpRefusals.PAGE, "source");
    }

    private static Handler encrypt() {
        Handler handler = begin(CommandId.SNP_DBG_ENCRYPT)
                .next("read the RMP entry of the destination")
                .refuse("target-state", Status.INVALID_PAGE_STATE,
                        "the destination is neither PRE_GUEST nor PRE_SWAP",
                        SnpRefusals.notIn(SnpRefusals.TO,
                                PageState.PRE_GUEST, PageState.PRE_SWAP));
        return end(handler, SnpRefusals.TO, "destination");
    }

    private static Handler begin(CommandId command) {
        return Handler.of(command, SOURCE)
                .with(SnpRefusals::context)
                .takes(Argument.PAGE, Argument.TO);
    }

    private static Handler end(Handler handler, ToIntFunction<Firmware> guests, String which) {
        return handler.next("read the owner of the " + which)
                .refuse("owner", Status.INVALID_PAGE_OWNER, "the page has another ASID",
                        SnpRefusals.otherOwner(guests))
                .refuse("policy", Status.POLICY_FAILURE, "the policy does not allow to debug",
                        fw -> !fw.snpGuest().has(SnpPolicy.DEBUG))
                .with(SnpRefusals::inactive)
                .next("read the source and write the destination")
                .does(fw -> {
                    int from = fw.command.page.get();
                    fw.write(fw.command.to.get(), fw.pages.get(from).content.get());
                });
    }
}
