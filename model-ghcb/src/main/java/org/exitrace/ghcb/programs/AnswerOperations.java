package org.exitrace.ghcb.programs;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.ghcb.design.AnswerWait;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** How a processor waits for an AP that it has sent INIT and SIPI. */
final class AnswerOperations {

    private static final String SOURCE = "smpboot.c do_boot_cpu; docs/ghcb.md g";
    private static final String COST = "guest.instruction";

    private AnswerOperations() {
    }

    static List<Operation<GhcbGuest>> all(ExchangeBounds bounds, Design design) {
        boolean timesOut = design.get(AnswerWait.SWITCH) == AnswerWait.TIMES_OUT;
        return List.of(Operation.<GhcbGuest>named("await-ap", "waits until an AP answers by a"
                        + " shared word, or gives it up", guest -> guest.result)
                .from(SOURCE)
                .takes(Parameter.number("ap", 0, bounds.vcpus() - 1L, "the AP")
                                .boundedBy("vcpus: " + bounds.vcpus()),
                        Parameter.number("word", 0, SharedWords.COUNT - 1L, "that word"))
                .gives(ExchangeResults.YES, ExchangeResults.NO)
                .does(given -> wait(given, timesOut)));
    }

    private static Routine<GhcbGuest> wait(Arguments given, boolean timesOut) {
        int word = given.number("word");
        int ap = given.number("ap");
        return Routine.named("guest", SOURCE, code -> code
                .either("waits for AP " + ap, ways -> ways
                        .when("word " + word + " is 1", guest -> guest.words.isSet(word),
                                guest -> guest.result.become(ExchangeResults.YES)).costs(COST)
                        .when("AP " + ap + " has failed",
                                guest -> timesOut && !guest.words.isSet(word),
                                guest -> giveUp(guest, ap)).costs(COST)));
    }

    /** Nobody waits for it any more; should it come later, it does so by itself. */
    private static void giveUp(GhcbGuest guest, int ap) {
        guest.others.get(ap).cpu.wakeOwed.clear();
        guest.result.become(ExchangeResults.NO);
    }
}
