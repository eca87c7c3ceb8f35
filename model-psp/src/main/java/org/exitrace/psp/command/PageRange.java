package org.exitrace.psp.command;

import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.spec.Status;

/**
 * Work on the pages that a command means, one after the other. Pages behind the last one of the
 * model are memory that is not modelled: to reach them is no step.
 */
final class PageRange {

    private final Block<Firmware> code;
    private final FirmwareBounds bounds;

    PageRange(Block<Firmware> code, FirmwareBounds bounds) {
        this.code = code;
        this.bounds = bounds;
    }

    /**
     * The firmware reads the RMP entries of the pages from {@code first} on, apart from that of the
     * first one, which was looked at already.
     */
    PageRange checkRest(ToIntFunction<Firmware> first) {
        each(page -> page.when(fw -> !fw.transfer.at.is(0) && CommonRefusals.isSnp(fw)
                && isModelled(fw, first), read -> read
                .step("read the RMP entry of a page", fw -> {
                    if (CommonRefusals.isForbidden(fw, at(fw, first))) {
                        fw.status.become(Status.INVALID_PAGE_STATE);
                    }
                }).costs("psp.access")
                .when(Firmware::isRefused, Block::leave)));
        code.when(Firmware::isRefused, Block::done);
        return this;
    }

    /** What {@link #checkRest} refuses. */
    static Refusal later(ToIntFunction<Firmware> first) {
        return new Refusal("page-later", Status.INVALID_PAGE_STATE,
                "a page behind the first is neither FIRMWARE nor DEFAULT",
                fw -> isLaterForbidden(fw, first.applyAsInt(fw)));
    }

    private static boolean isLaterForbidden(Firmware fw, int first) {
        int end = Math.min(first + fw.command.pages.get(), fw.bounds.pages());
        for (int page = first + 1; page < end; page++) {
            if (CommonRefusals.isForbidden(fw, page)) {
                return true;
            }
        }
        return false;
    }

    /** Does {@code body} for each page of the command's range. */
    void each(Consumer<Block<Firmware>> body) {
        code.repeat(bounds.pages(), fw -> fw.transfer.at, each -> each
                .when(fw -> fw.transfer.at.get() < fw.command.pages.get(), body));
    }

    /** The page at which the work is, of those from {@code first} on. */
    static int at(Firmware fw, ToIntFunction<Firmware> first) {
        return first.applyAsInt(fw) + fw.transfer.at.get();
    }

    /** Whether that is a page of the model. */
    static boolean isModelled(Firmware fw, ToIntFunction<Firmware> first) {
        return at(fw, first) < fw.bounds.pages();
    }

    /** That page. */
    static Page page(Firmware fw, ToIntFunction<Firmware> first) {
        return fw.pages.get(at(fw, first));
    }
}
