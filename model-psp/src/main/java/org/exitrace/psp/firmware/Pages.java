package org.exitrace.psp.firmware;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.psp.spec.PageState;

/** All pages of memory that a model knows, and the reverse map table over them. */
public final class Pages {

    /** How many pages a large page has: 2, where hardware has 512. */
    public static final int PER_LARGE = 2;

    /** The page in which the table ends, if it is one that the model knows. */
    public static final int OF_RMP = 0;

    /** By page number. */
    public final List<Page> all;

    private final StagingPages staging;

    /** Declares a region {@code page[n]} for each page; those of {@code staging} follow them. */
    public Pages(ModelBuilder model, StagingPages staging, FirmwareBounds bounds) {
        this.staging = staging;
        List<Page> pages = new ArrayList<>();
        for (int number = 0; number < bounds.pages(); number++) {
            pages.add(new Page(model.region("page[" + number + "]"), number, bounds));
        }
        all = List.copyOf(pages);
    }

    /** The page of that number. */
    public Page get(int number) {
        return all.get(number);
    }

    /** The number of staging page {@code which}: they come behind the others. */
    public int number(StagingPages.Which which) {
        return all.size() + which.ordinal() - 1;
    }

    private boolean isStaging(int number) {
        return number >= all.size() && number < all.size() + StagingPages.COUNT;
    }

    /** The first page of the large page in which page {@code number} lies. */
    public static int base(int number) {
        return number - number % PER_LARGE;
    }

    /** The entry that says what page {@code number} is: its own, or that of its large page. */
    public RmpEntry entry(int number) {
        if (isStaging(number)) {
            return staging.entries().get(number - all.size());
        }
        RmpEntry first = all.get(base(number)).entry;
        return first.large.isSet() ? first : all.get(number).entry;
    }

    /** Whether a large page's entry says what page {@code number} is. */
    public boolean isInLarge(int number) {
        return entry(number).large.isSet();
    }

    /** The state of page {@code number}; of a page that the model has not, DEFAULT. */
    public PageState state(int number) {
        if (isStaging(number)) {
            return entry(number).state();
        }
        return number >= all.size() || all.get(number).covered.isClear()
                ? PageState.DEFAULT : entry(number).state();
    }

    /** Whether page {@code number} is in one of {@code states}. */
    public boolean is(int number, PageState... states) {
        PageState now = state(number);
        for (PageState state : states) {
            if (now == state) {
                return true;
            }
        }
        return false;
    }

    /** Whether the firmware may write into page {@code number}: FIRMWARE or DEFAULT. */
    public boolean isFirmwareWritable(int number) {
        return is(number, PageState.FIRMWARE, PageState.DEFAULT);
    }

    /** The guest page that page {@code number} is. */
    public int gpa(int number) {
        RmpEntry entry = entry(number);
        return entry.gpa.get() + (entry.large.isSet() ? number - base(number) : 0);
    }
}
