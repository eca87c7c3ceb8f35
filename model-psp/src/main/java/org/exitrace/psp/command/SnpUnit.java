package org.exitrace.psp.command;

import java.util.function.Consumer;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.Pages;

/** What a command swaps or moves: a page, or all pages of a large one. */
final class SnpUnit {

    private SnpUnit() {
    }

    /** How many pages the command says. */
    static int pages(Firmware fw) {
        return fw.command.snp.large.isSet() ? Pages.PER_LARGE : 1;
    }

    /** The first page of the unit that page {@code page} is in. */
    static int first(Firmware fw, int page) {
        return fw.command.snp.large.isSet() && fw.pages.isInLarge(page)
                ? Pages.base(page) : page;
    }

    /**
     * Copies all pages of the unit at {@code page} to where the command says. What would come
     * from or go to memory behind the last page of the model is not modelled.
     *
     * @param then what becomes of each page that was written
     */
    static void copy(Firmware fw, int page, Consumer<Page> then) {
        int from = first(fw, page);
        int to = first(fw, fw.command.to.get());
        int end = fw.bounds.pages();
        for (int i = 0; i < pages(fw) && to + i < end; i++) {
            Page target = fw.pages.get(to + i);
            fw.reach(target.number());
            if (from + i < end) {
                target.copy(fw.pages.get(from + i));
            } else {
                target.write(Page.UNREADABLE);
            }
            then.accept(target);
        }
    }
}
