package org.exitrace.ghcb.psc;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.design.AcceptanceLock;
import org.exitrace.ghcb.memory.Unaccepted;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/**
 * {@code accept_memory}: a page of the table of unaccepted memory becomes private and validated
 * before it is used. The host is asked by the GHCB MSR.
 */
final class Acceptance {

    private static final String SOURCE = "drivers/firmware/efi/unaccepted_memory.c accept_memory";
    private static final String COST = "guest.instruction";

    private final boolean locked;
    private final PageStateChange change;

    Acceptance(Design design) {
        locked = design.get(AcceptanceLock.SWITCH) == AcceptanceLock.LOCKED;
        change = new PageStateChange(design);
    }

    /** Makes sure that {@code page} is the guest's. */
    Routine<GhcbGuest> of(int page) {
        return Routine.named("accept_memory", SOURCE, code -> {
            code.given(locked, lock -> lock.lock("lock unaccepted_memory_lock",
                    guest -> table(guest).lock).costs(COST).mayRest());
            code.test("page " + page + " is unaccepted?", guest -> begins(guest, page),
                    yes -> accept(yes, page)).costs(COST).mayRest();
            code.given(locked, lock -> lock.unlock("unlock unaccepted_memory_lock",
                    guest -> table(guest).lock).costs(COST).mayRest());
            code.local(guest -> guest.result.become(ExchangeResults.DONE));
        });
    }

    private static boolean begins(GhcbGuest guest, int page) {
        if (!table(guest).pages.has(page)) {
            return false;
        }
        table(guest).noteBegin(page);
        return true;
    }

    private void accept(Block<GhcbGuest> code, int page) {
        code.call(change.change(new Range(page, 1, false), true))
                .when(guest -> guest.ended.isSet(), Block::done)
                .step("page " + page + " is accepted", guest -> table(guest).pages.remove(page))
                .costs(COST).mayRest();
    }

    private static Unaccepted table(GhcbGuest guest) {
        return guest.snp().table.unaccepted.orElseThrow();
    }
}
