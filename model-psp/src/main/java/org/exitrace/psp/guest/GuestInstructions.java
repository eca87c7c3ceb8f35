package org.exitrace.psp.guest;

import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.RmpAnswer;

/**
 * PVALIDATE and RMPADJUST, each at once. Where a guest's page leads is the host's choice, so that
 * the guest names its own page and the script the host's. The order in which the hardware looks is
 * that of e.5; which condition gives which code is from memory.
 */
public final class GuestInstructions {

    private static final String SOURCE = "SEV firmware, e.5";
    private static final int READ = 1;
    private static final int WRITE = 2;

    private GuestInstructions() {
    }

    /**
     * A page of the guest.
     *
     * @param gpa the guest's number of it
     * @param page the page to which the host's nested page table leads
     * @param large a large page is meant
     */
    public record Place(int gpa, int page, boolean large) {
    }

    /**
     * What RMPADJUST is given.
     *
     * @param own the VMPL of the virtual CPU
     * @param vmpl the VMPL whose permissions are set
     * @param permissions bits R 1, W 2, X-user 4, X-supervisor 8
     * @param vmsa the page may be a VMSA
     */
    public record Adjustment(int own, int vmpl, int permissions, boolean vmsa) {
    }

    /** PVALIDATE: the page becomes valid, or no longer is. */
    public static Routine<GuestThread> pvalidate(Place place, boolean valid) {
        return instruction("PVALIDATE", place, thread -> pvalidate(thread, place, valid));
    }

    /** RMPADJUST: another VMPL's permissions on the page. */
    public static Routine<GuestThread> rmpadjust(Place place, Adjustment wanted) {
        return instruction("RMPADJUST", place, thread -> adjust(thread, place, wanted));
    }

    /** While somebody has the entry locked the instruction faults, and is tried again. */
    private static Routine<GuestThread> instruction(
            String name, Place place, Function<GuestThread, RmpAnswer> effect) {
        return Routine.named(name, SOURCE, code -> code
                .await(name, thread -> thread.runs() && entry(thread, place).locked.isClear(),
                        thread -> thread.result.become(effect.apply(thread).name()))
                .mayRest().costs("cpu.rmp"));
    }

    private static RmpEntry entry(GuestThread thread, Place place) {
        return thread.machine.pages.entry(place.page());
    }

    private static RmpAnswer pvalidate(GuestThread thread, Place place, boolean valid) {
        RmpAnswer refused = refuse(thread, place);
        if (refused != RmpAnswer.SUCCESS) {
            return refused;
        }
        return entry(thread, place).validate(valid);
    }

    private static RmpAnswer adjust(GuestThread thread, Place place, Adjustment wanted) {
        boolean writeOnly = (wanted.permissions() & WRITE) != 0
                && (wanted.permissions() & READ) == 0;
        if (writeOnly) {
            return RmpAnswer.FAIL_INPUT;
        }
        RmpAnswer refused = refuse(thread, place);
        if (refused != RmpAnswer.SUCCESS) {
            return refused;
        }
        return entry(thread, place).adjust(
                wanted.own(), wanted.vmpl(), wanted.permissions(), wanted.vmsa());
    }

    /** Operands, then owner, reverse map, mutable, page size. */
    private static RmpAnswer refuse(GuestThread thread, Place place) {
        Firmware machine = thread.machine;
        boolean misaligned = place.gpa() % Pages.PER_LARGE != 0
                || Pages.base(place.page()) != place.page();
        if (place.large() && misaligned) {
            return RmpAnswer.FAIL_INPUT;
        }
        RmpEntry entry = entry(thread, place);
        if (machine.pages.is(place.page(), PageState.DEFAULT) || entry.assigned.isClear()
                || !entry.asid.is(thread.guest().asid.get())
                || machine.pages.gpa(place.page()) != place.gpa() || entry.immutable.isSet()) {
            return RmpAnswer.NPF;
        }
        if (entry.large.isSet() == place.large()) {
            return RmpAnswer.SUCCESS;
        }
        return place.large() ? RmpAnswer.FAIL_SIZEMISMATCH : RmpAnswer.NPF_SIZEM;
    }
}
