package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.psp.design.GuestError;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.guest.GuestDriver;
import org.exitrace.psp.guest.GuestInstructions;
import org.exitrace.psp.guest.GuestThread;
import org.exitrace.psp.spec.MessageType;
import org.exitrace.psp.spec.Status;

/** All that a virtual CPU of an SNP guest can be told to do. */
public final class GuestOperations {

    private static final int ALL = 15;

    private GuestOperations() {
    }

    /** The operations in a machine of that size; none where it has no pages. */
    public static List<Operation<GuestThread>> all(FirmwareBounds bounds, Design design) {
        if (bounds.pages() == 0) {
            return List.of();
        }
        List<Operation<GuestThread>> all = new ArrayList<>(List.of(pvalidate(bounds),
                rmpadjust(bounds), ask(bounds, new GuestDriver(design.get(GuestError.SWITCH)))));
        all.addAll(WordOperations.of("host", "driver.access",
                thread -> thread.words, thread -> thread.result));
        return List.copyOf(all);
    }

    private static Operation<GuestThread> pvalidate(FirmwareBounds bounds) {
        return named("PVALIDATE", "makes one of its pages valid, or no longer so")
                .from("SEV firmware, e.5")
                .takes(gpa(bounds), page(bounds), SnpArgumentWords.size(),
                        Parameter.flag("valid", "the page becomes valid").usually(true))
                .gives(RmpOperations.answers())
                .does(given -> GuestInstructions.pvalidate(place(given), given.flag("valid")));
    }

    private static Operation<GuestThread> rmpadjust(FirmwareBounds bounds) {
        return named("RMPADJUST", "says what another VMPL may do to one of its pages")
                .from("SEV firmware, e.5")
                .takes(gpa(bounds), page(bounds), SnpArgumentWords.size(),
                        vmpl("own", "the VMPL of the virtual CPU"),
                        Parameter.number("vmpl", 1, SnpGuest.VMPCKS - 1,
                                "the VMPL that is meant"),
                        Parameter.number("permissions", 0, ALL,
                                "1 read, 2 write, 4 and 8 execute as user and supervisor"),
                        Parameter.flag("vmsa", "the page may be a VMSA").usually(false))
                .gives(RmpOperations.answers())
                .does(given -> GuestInstructions.rmpadjust(place(given),
                        new GuestInstructions.Adjustment(given.number("own"),
                                given.number("vmpl"), given.number("permissions"),
                                given.flag("vmsa"))));
    }

    private static Operation<GuestThread> ask(FirmwareBounds bounds, GuestDriver driver) {
        return named("snp_send_guest_request",
                "asks the firmware, through its host, and verifies the answer")
                .from("sev-guest.c snp_send_guest_request")
                .takes(SnpArgumentWords.word("type", MessageType.values(), "what it asks for"),
                        vmpl("vmpck", "the key"),
                        vmpl("vmpl", "the VMPL that KEY and REPORT name"),
                        SnpArgumentWords.page("request", bounds, "the page of the request"),
                        SnpArgumentWords.page("response", bounds, "the page of the answer"))
                .gives(Status.SUCCESS.name(), Status.INVALID_PARAM.name(), GuestThread.WIPED,
                        GuestThread.NO_ANSWER, GuestThread.DISABLED)
                .does(given -> driver.ask(new GuestDriver.Question(
                        MessageType.valueOf(given.word("type")), given.number("vmpck"),
                        given.number("vmpl"), given.number("request"),
                        given.number("response"))));
    }

    private static Operation.Text<GuestThread> named(String name, String meaning) {
        return Operation.named(name, meaning, thread -> thread.result);
    }

    private static Parameter gpa(FirmwareBounds bounds) {
        return Parameter.number("gpa", 0, bounds.pages(), "the guest's number of the page")
                .boundedBy(MachineParameters.pagesOf(bounds));
    }

    private static Parameter page(FirmwareBounds bounds) {
        return SnpArgumentWords.page("page", bounds,
                "the page to which the host's nested page table leads");
    }

    private static Parameter vmpl(String name, String meaning) {
        return Parameter.number(name, 0, SnpGuest.VMPCKS - 1, meaning).usually(0);
    }

    private static GuestInstructions.Place place(Arguments given) {
        return new GuestInstructions.Place(given.number("gpa"), given.number("page"),
                SnpArgumentWords.isLarge(given));
    }
}
