package org.exitrace.ghcb.programs;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.ghcb.cpu.LapicOperations;
import org.exitrace.ghcb.design.SecondStart;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.guest.HoldCheck;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/**
 * An AP that says that it is done and holds, and who starts it once more: docs/ap-boot.md R1, S-14.
 * That it is done and that it holds are two accesses, whatever the guest does; but the host's
 * (0, 0) in the AP's page comes behind the VMGEXIT, and a guest can wait for that.
 */
public final class SecondStartOperations {

    /** Says that the AP is done, and holds. */
    public static final String PARK = "park";
    /** Starts an AP that was started before. */
    public static final String START_AGAIN = "start-again";

    /** No host answers a hold with it. */
    static final long MARK = 2;

    private static final String SOURCE = "docs/ap-boot.md R1, S-14";
    private static final String COST = "guest.instruction";

    private SecondStartOperations() {
    }

    static List<Operation<GhcbGuest>> all(ExchangeBounds bounds, Design design) {
        boolean marks = design.get(SecondStart.SWITCH) == SecondStart.WHEN_HELD;
        HoldCheck check = design.get(HoldCheck.SWITCH);
        return List.of(
                Operation.<GhcbGuest>named(PARK, "says by a shared word that the virtual CPU is"
                                + " done, and holds by its GHCB page until it is released",
                                guest -> guest.result)
                        .from(SOURCE)
                        .takes(Parameter.number(
                                "word", 0, SharedWords.COUNT - 1L, "the word's number"))
                        .gives(ExchangeResults.RELEASED)
                        .does(given -> park(given.number("word"), marks, check)),
                Operation.<GhcbGuest>named(START_AGAIN, "sends INIT and SIPI to an AP that was"
                                + " started before and has parked", guest -> guest.result)
                        .from(SOURCE)
                        .takes(Parameter.number("ap", 0, bounds.vcpus() - 1L, "the AP")
                                .boundedBy("vcpus: " + bounds.vcpus()))
                        .does(given -> startAgain(given.number("ap"), marks)));
    }

    private static Routine<GhcbGuest> park(int word, boolean marks, HoldCheck check) {
        return Routine.named("guest", SOURCE, code -> {
            if (marks) {
                code.step("leaves its mark in SW_EXITINFO2",
                                guest -> guest.own().write(GhcbField.SW_EXITINFO2, MARK))
                        .costs(COST).mayRest();
            }
            code.step("is done: word " + word + " = 1", guest -> guest.words.set(word))
                    .costs(COST).mayRest();
            code.forever(held -> {
                HoldOperations.byPage(held, check, marks ? MARK : 0);
                held.when(guest -> guest.result.is(ExchangeResults.RELEASED), out -> out.done());
            });
        });
    }

    private static Routine<GhcbGuest> startAgain(int ap, boolean marks) {
        LapicOperations<GhcbGuest> lapic =
                new LapicOperations<>(guest -> guest.cpu, guest -> guest.result);
        return Routine.named("guest", SOURCE, code -> {
            if (marks) {
                code.await("the mark of AP " + ap + " is gone",
                        guest -> guest.pages.get(ap).get(GhcbField.SW_EXITINFO2) != MARK)
                        .costs(COST);
            }
            code.call(lapic.icrWrite(IpiMode.INIT, ap, true, guest ->
                    guest.startsAgain().noteInit(guest.others.get(ap).cpu)));
            code.call(lapic.icrWrite(IpiMode.SIPI, ap, true, guest -> { }));
        });
    }
}
