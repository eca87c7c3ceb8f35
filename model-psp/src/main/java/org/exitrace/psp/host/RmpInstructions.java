package org.exitrace.psp.host;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.firmware.StagingPages;
import org.exitrace.psp.spec.RmpAnswer;
import org.exitrace.psp.spec.SnpState;

/**
 * What the host's instructions do to the reverse map table, each at once. Only codes are sourced;
 * which condition gives which code is from memory. Left out: pages in use by a running virtual CPU.
 */
public final class RmpInstructions {

    private RmpInstructions() {
    }

    /**
     * What RMPUPDATE is given.
     *
     * @param page the page
     * @param large a large page is meant
     * @param assigned it shall not be the host's
     * @param asid whose it shall be, 0 for nobody
     * @param gpa the guest page that it shall be; 0 where nobody has it
     * @param immutable the firmware shall have it
     */
    public record Update(
            int page, boolean large, boolean assigned, int asid, int gpa, boolean immutable) {
    }

    /** RMPUPDATE: the host gives a page away, or takes it back. */
    public static RmpAnswer update(Firmware machine, Update given) {
        RmpAnswer refused = refuse(machine, given);
        if (refused != RmpAnswer.SUCCESS) {
            return refused;
        }
        RmpEntry entry = machine.pages.get(given.page()).entry;
        if (entry.immutable.isSet()) {
            machine.immutableChanged.raise();
        }
        boolean onlyImmutable = entry.assigned.isSet() && given.assigned()
                && entry.asid.is(given.asid()) && entry.gpa.is(given.gpa())
                && entry.large.isSet() == given.large()
                && entry.immutable.isSet() != given.immutable();
        if (!onlyImmutable) {
            entry.clear();
            entry.assigned.become(given.assigned());
            entry.asid.become(given.asid());
            entry.gpa.become(given.gpa());
            entry.large.become(given.assigned() && given.large());
        }
        entry.immutable.become(given.immutable());
        return RmpAnswer.SUCCESS;
    }

    /** RMPUPDATE of a staging page: it becomes the firmware's, or the host's again. */
    static RmpAnswer updateStaging(
            Firmware machine, StagingPages.Which page, boolean firmwares) {
        RmpEntry entry = machine.staging.entry(page);
        if (machine.platform.rmpInitialized.isClear()) {
            return RmpAnswer.UD;
        }
        if (entry.locked.isSet()) {
            return RmpAnswer.FAIL_INUSE;
        }
        if (entry.immutable.isSet()) {
            return RmpAnswer.FAIL_PERMISSION;
        }
        if (firmwares) {
            entry.becomeFirmware();
        } else {
            entry.clear();
        }
        return RmpAnswer.SUCCESS;
    }

    private static RmpAnswer refuse(Firmware machine, Update given) {
        Pages pages = machine.pages;
        int base = Pages.base(given.page());
        boolean outside = given.large() && base + Pages.PER_LARGE > pages.all.size();
        if (machine.platform.rmpInitialized.isClear()) {
            return RmpAnswer.UD;
        }
        if (outside || given.large() && base != given.page()
                || !given.assigned() && (given.asid() != 0 || given.immutable())
                || given.large() && given.gpa() % Pages.PER_LARGE != 0) {
            return RmpAnswer.FAIL_INPUT;
        }
        int count = given.large() ? Pages.PER_LARGE : 1;
        return refuse(pages, pages.all.subList(given.page(), given.page() + count), given);
    }

    private static RmpAnswer refuse(
            Pages pages, List<Page> changed, Update given) {
        if (changed.stream().anyMatch(page -> page.covered.isClear())) {
            return RmpAnswer.FAIL_INPUT;
        }
        for (Page page : changed) {
            RmpEntry entry = pages.entry(page.number());
            if (entry.locked.isSet()) {
                return RmpAnswer.FAIL_INUSE;
            }
            if (entry.immutable.isSet()) {
                return RmpAnswer.FAIL_PERMISSION;
            }
            if (entry.assigned.isSet() && entry.large.isSet() != given.large()) {
                return RmpAnswer.FAIL_OVERLAP;
            }
        }
        return RmpAnswer.SUCCESS;
    }

    /** PSMASH: a large page becomes small ones, which keep what they were. */
    public static RmpAnswer smash(Firmware machine, int number) {
        if (machine.platform.rmpInitialized.isClear()) {
            return RmpAnswer.UD;
        }
        Page first = machine.pages.get(number);
        if (first.covered.isClear()) {
            return RmpAnswer.FAIL_BADADDR;
        }
        if (Pages.base(number) != number || first.entry.large.isClear()) {
            return RmpAnswer.FAIL_INPUT;
        }
        if (first.entry.locked.isSet()) {
            return RmpAnswer.FAIL_INUSE;
        }
        if (first.entry.immutable.isSet()) {
            return RmpAnswer.FAIL_PERMISSION;
        }
        first.entry.large.clear();
        for (int i = 1; i < Pages.PER_LARGE; i++) {
            RmpEntry entry = machine.pages.get(number + i).entry;
            entry.take(first.entry);
            if (!entry.asid.is(0)) {
                entry.gpa.become(first.entry.gpa.get() + i);
            }
        }
        return RmpAnswer.SUCCESS;
    }

    /** Whether the host may write page {@code number}: it does not belong to anybody else. */
    public static RmpAnswer write(Firmware machine, int number) {
        boolean enforced = machine.platform.snp.is(SnpState.INIT)
                && machine.pages.get(number).covered.isSet();
        return enforced && machine.pages.entry(number).assigned.isSet()
                ? RmpAnswer.PF : RmpAnswer.SUCCESS;
    }
}
