package org.exitrace.psp.host;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.firmware.Platform;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.firmware.StagingPages;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.RmpAnswer;
import org.exitrace.psp.spec.SnpState;

/**
 * What the host's instructions do to the reverse map table, each at once. Only codes are sourced;
 * which condition gives which code is from memory.
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

        /** Makes the small page {@code page} the host's. */
        static Update toHost(int page) {
            return new Update(page, false, false, 0, 0, false);
        }

        /** Makes the small page {@code page} one of the firmware. */
        static Update toFirmware(int page) {
            return new Update(page, false, true, 0, 0, true);
        }
    }

    /** RMPUPDATE: the host gives a page away, or takes it back. */
    public static RmpAnswer update(Firmware machine, Update given) {
        RmpAnswer refused = refuse(machine, given);
        if (refused != RmpAnswer.SUCCESS) {
            return refused;
        }
        change(machine, given);
        return RmpAnswer.SUCCESS;
    }

    /** What RMPUPDATE does once it has refused nothing. */
    static void change(Firmware machine, Update given) {
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
    }

    /** RMPUPDATE of a staging page: it becomes the firmware's, or the host's again. */
    static RmpAnswer updateStaging(
            Firmware machine, StagingPages.Which page, boolean firmwares) {
        RmpEntry entry = machine.staging.entry(page);
        if (!machine.settings.has(HostSetting.SNP_ENABLED)) {
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
        if (!machine.settings.has(HostSetting.SNP_ENABLED)) {
            return RmpAnswer.UD;
        }
        if (outside || given.large() && base != given.page()
                || !given.assigned() && (given.asid() != 0 || given.immutable())
                || given.large() && given.gpa() % Pages.PER_LARGE != 0) {
            return RmpAnswer.FAIL_INPUT;
        }
        int count = given.large() ? Pages.PER_LARGE : 1;
        RmpAnswer refused = refuse(
                pages, pages.all.subList(given.page(), given.page() + count), given);
        boolean inUse = !given.assigned() && machine.settings.has(HostSetting.PAGES_IN_USE);
        return refused == RmpAnswer.SUCCESS && inUse ? RmpAnswer.FAIL_INUSE : refused;
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
        if (!machine.settings.has(HostSetting.SNP_ENABLED)) {
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
        return isEnforced(machine) && machine.pages.get(number).covered.isSet()
                && machine.pages.entry(number).assigned.isSet()
                ? RmpAnswer.PF : RmpAnswer.SUCCESS;
    }

    /**
     * The same for a mapping of a whole large page, as the kernel's own is: none of its pages may
     * belong to anybody else, which hardware looks up in a count.
     */
    public static RmpAnswer writeLarge(Firmware machine, int number) {
        int base = Pages.base(number);
        RmpAnswer answer = isEnforced(machine) && machine.pages.get(base).miscounted.isSet()
                ? RmpAnswer.PF : RmpAnswer.SUCCESS;
        int end = Math.min(base + Pages.PER_LARGE, machine.pages.all.size());
        for (int page = base; page < end && answer == RmpAnswer.SUCCESS; page++) {
            answer = write(machine, page);
        }
        return answer;
    }

    /**
     * A plain store that makes the entry of page {@code number} the host's: whether the table can
     * be written to there, and what it does.
     */
    public static RmpAnswer store(Firmware machine, int number) {
        RmpAnswer answer = reach(machine);
        if (answer == RmpAnswer.SUCCESS) {
            machine.pages.get(number).entry.clear();
            if (machine.platform.snp.is(SnpState.INIT)) {
                machine.rmpStored.raise();
            }
        }
        return answer;
    }

    private static RmpAnswer reach(Firmware machine) {
        if (machine.platform.rmpAccess.is(Platform.RmpAccess.READ_ONLY)) {
            return machine.settings.has(HostSetting.RMP_UNGUARDED)
                    ? RmpAnswer.SUCCESS : RmpAnswer.PF;
        }
        if (machine.settings.has(HostSetting.RMP_IN_FIRST_PAGE)) {
            return write(machine, Pages.OF_RMP);
        }
        return machine.platform.snp.is(SnpState.INIT) ? RmpAnswer.PF : RmpAnswer.SUCCESS;
    }

    /** SNPEn stays set behind SNP_SHUTDOWN; while the table is being filled it protects nothing. */
    private static boolean isEnforced(Firmware machine) {
        return machine.settings.has(HostSetting.SNP_ENABLED)
                && !machine.platform.rmpAccess.is(Platform.RmpAccess.READ_ONLY);
    }
}
