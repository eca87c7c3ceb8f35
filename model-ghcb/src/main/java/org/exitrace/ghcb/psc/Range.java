package org.exitrace.ghcb.psc;

import java.util.stream.IntStream;
import org.exitrace.ghcb.spec.PageStateList;

/**
 * Pages whose state is changed.
 *
 * @param first number of the first
 * @param pages how many
 * @param toShared whether they become shared, and not private
 */
record Range(int first, int pages, boolean toShared) {

    /** The operation of its entries. */
    int operation() {
        return toShared ? PageStateList.SHARED : PageStateList.PRIVATE;
    }

    /** What it becomes. */
    String state() {
        return toShared ? "shared" : "private";
    }

    /** Its page numbers. */
    IntStream gfns() {
        return IntStream.range(first, first + pages);
    }
}
