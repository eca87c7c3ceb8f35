package org.exitrace.kvm.exchange;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.ghcb.memory.SnpSide;
import org.exitrace.ghcb.memory.Unaccepted;
import org.exitrace.kvm.rmp.GuestPages;

/** What guest and host promise each other about page states, by the ids of docs/ghcb.md h. */
final class MemoryPromises {

    private static final String H = "docs/ghcb.md ";

    private final ModelBuilder model;
    private final SnpParts parts;

    private MemoryPromises(ModelBuilder model, SnpParts parts) {
        this.model = model;
        this.parts = parts;
    }

    /** Declares those that the machine can break. */
    static void declare(ModelBuilder model, SnpParts parts) {
        MemoryPromises promises = new MemoryPromises(model, parts);
        if (!parts.works.isEmpty()) {
            promises.ofHost();
            promises.ofMsr();
        }
        parts.changing().ifPresent(memory -> {
            promises.ofGuest();
            promises.ofMemory(memory);
            promises.ofProgress();
            parts.table.flatMap(table -> table.unaccepted).ifPresent(promises::ofAcceptance);
        });
    }

    private void ofHost() {
        model.never("entry-as-checked", "an entry of a list is used that was not checked",
                parts.works, work -> work.unchecked.isSet())
                .because("another virtual CPU may write it between the two")
                .from(H + "B-52, c8cc238093ca");
        model.never("entry-once", "one exit handles an entry of a list twice",
                parts.works, work -> work.handledTwice.isSet())
                .because("who can move the list's index keeps the host at work for ever")
                .from(H + "f.4, ce6ea7b33e00");
    }

    private void ofMsr() {
        model.never("S-37", "PSMASH or UNSMASH by way of the GHCB MSR is told to be done",
                parts.works, work -> work.smashedByMsr.isSet())
                .because("that form has no such operation, and nothing was done")
                .from(H + "S-37");
    }

    private void ofGuest() {
        guest("S-23", "the guest goes on with a page that PVALIDATE left unchanged",
                "it is another page than the guest believes",
                side -> side.unchangedIgnored.isSet());
        guest("S-28", "the guest hands over a list again that went back or has another end",
                "the host decides then which entries are handled, and how often",
                side -> side.rewoundReissued.isSet());
        guest("S-29", "PVALIDATE and the request for the same page come in the wrong order",
                "the page is validated while the host may have it",
                side -> side.outOfOrder.isSet());
        guest("S-41", "the guest goes on although SW_EXITINFO2 said that the change failed",
                "SW_EXITINFO1 is 0 even then", side -> side.errorIgnored.isSet());
    }

    private void guest(String id, String sentence, String because,
            Predicate<SnpSide> broken) {
        model.never(id, sentence, parts.sides, broken).because(because).from(H + id);
    }

    private void ofMemory(GuestPages memory) {
        model.never("S-22", "a page is validated and mapped shared",
                () -> isAny(memory, gfn -> memory.isValidated(gfn)
                        && parts.table.orElseThrow().shared.has(gfn)))
                .because("the guest reads what the host writes, or finds old contents later")
                .from(H + "S-22, d.4");
        model.never("one-page-each", "two pages are validated as the same page of the guest",
                () -> isAny(memory, gfn -> memory.copies(gfn) > 1))
                .because("the host swaps them at will, and so gives the guest old contents")
                .from(H + "S-23, g 28");
    }

    private void ofAcceptance(Unaccepted unaccepted) {
        model.never("accepted-once", "the same memory is accepted a second time",
                unaccepted.acceptedTwice::isSet)
                .because("a host may have put another page there in between")
                .from(H + "d.4, g 28");
    }

    private static boolean isAny(GuestPages memory, IntPredicate wrong) {
        for (int gfn = 0; gfn < memory.pages(); gfn++) {
            if (wrong.test(gfn)) {
                return true;
            }
        }
        return false;
    }

    private void ofProgress() {
        for (int i = 0; i < parts.sides.size(); i++) {
            SnpSide side = parts.sides.get(i);
            model.eventually("L3-" + i, "a page state list of virtual CPU " + i
                            + " is completed or refused",
                    side.pending::isSet, side.pending::isClear)
                    .because("the guest waits for it").from(H + "L3");
        }
    }
}
