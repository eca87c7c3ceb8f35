package org.exitrace.ghcb.psc;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.design.NotValidated;
import org.exitrace.ghcb.design.PvalidateUnchanged;
import org.exitrace.ghcb.exchange.Termination;
import org.exitrace.ghcb.memory.PageAnswer;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/**
 * PVALIDATE and what a guest makes of its answer. At a page that the host has, the instruction
 * faults and is tried again, for as long as the host likes.
 */
final class Validation {

    private static final String SOURCE = "docs/ghcb.md d.4";
    private static final String COST = "guest.instruction";

    private final boolean ignoresUnchanged;
    private final boolean validatesWhatItTouches;

    Validation(Design design) {
        ignoresUnchanged = design.get(PvalidateUnchanged.SWITCH) == PvalidateUnchanged.IGNORED;
        validatesWhatItTouches = design.get(NotValidated.SWITCH) == NotValidated.VALIDATE;
    }

    /** PVALIDATE alone; DONE or UNCHANGED. */
    static Routine<GhcbGuest> instruction(int gfn, boolean valid) {
        return Routine.named("PVALIDATE", SOURCE, code -> {
            attempt(code, gfn, valid);
            code.local(guest -> {
                guest.result.become(guest.snp().answer.is(PageAnswer.UNCHANGED)
                        ? ExchangeResults.UNCHANGED : ExchangeResults.DONE);
                guest.snp().answer.clear();
            });
        });
    }

    /** All pages of {@code range} become valid, or no longer are; or the guest ends. */
    Routine<GhcbGuest> all(Range range) {
        return Routine.named("pvalidate_pages", SOURCE, code -> range.gfns().forEach(gfn -> {
            attempt(code, gfn, !range.toShared());
            judge(code);
        }));
    }

    /** An access to a private page. */
    Routine<GhcbGuest> touch(int gfn) {
        return Routine.named("guest", "docs/ghcb.md c.2", code -> {
            code.await("touches page " + gfn,
                    guest -> guest.snp().memory.touch(gfn) != PageAnswer.FAULT,
                    guest -> guest.snp().answer.become(guest.snp().memory.touch(gfn)))
                    .costs(COST).mayRest();
            code.when(guest -> guest.snp().answer.is(PageAnswer.NOT_VALIDATED), notValid -> {
                notValid.local(guest -> guest.snp().answer.clear());
                if (validatesWhatItTouches) {
                    attempt(notValid, gfn, true);
                    judge(notValid);
                } else {
                    end(notValid);
                }
            });
            code.local(guest -> guest.result.become(ExchangeResults.DONE));
        });
    }

    private static void attempt(Block<GhcbGuest> code, int gfn, boolean valid) {
        code.await("PVALIDATE page " + gfn + (valid ? "" : " off"),
                guest -> reachable(guest, gfn),
                guest -> guest.snp().answer.become(guest.snp().memory.pvalidate(gfn, valid)))
                .costs(COST).mayRest();
    }

    private static boolean reachable(GhcbGuest guest, int gfn) {
        return guest.snp().memory.touch(gfn) != PageAnswer.FAULT;
    }

    private void judge(Block<GhcbGuest> code) {
        code.when(guest -> guest.snp().answer.is(PageAnswer.UNCHANGED), unchanged -> {
            unchanged.local(guest -> guest.snp().answer.clear());
            if (ignoresUnchanged) {
                unchanged.local(guest -> guest.snp().unchangedIgnored.raise());
            } else {
                end(unchanged);
            }
        });
    }

    private static void end(Block<GhcbGuest> code) {
        code.local(guest -> guest.snp().forget())
                .call(Termination.ask(Termination.LINUX, Termination.PVALIDATE)).done();
    }
}
