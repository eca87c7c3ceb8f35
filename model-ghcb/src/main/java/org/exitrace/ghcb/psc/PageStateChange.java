package org.exitrace.ghcb.psc;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.design.PscOrder;
import org.exitrace.ghcb.vcpu.ExchangeResults;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** PVALIDATE, request and mapping in the order of a design. */
final class PageStateChange {

    private static final String SOURCE = "docs/ghcb.md d.4";

    private final PscOrder order;
    private final Validation validation;
    private final ListRequest list;

    PageStateChange(Design design) {
        order = design.get(PscOrder.SWITCH);
        validation = new Validation(design);
        list = new ListRequest(design);
    }

    /** Changes the pages of {@code range}, asked for by a list or by the MSR. */
    Routine<GhcbGuest> change(Range range, boolean byMsr) {
        Routine<GhcbGuest> request = byMsr ? MsrRequest.of(range) : list.of(range);
        return Routine.named("set_pages_state", SOURCE, code -> {
            if (range.toShared()) {
                toShared(code, range, request);
            } else {
                toPrivate(code, range, request);
            }
            code.local(guest -> {
                guest.snp().forget();
                guest.result.become(ExchangeResults.DONE);
            });
        });
    }

    private void toShared(Block<GhcbGuest> code, Range range, Routine<GhcbGuest> request) {
        switch (order) {
            case SPECIFIED -> {
                rescind(code, range);
                ask(code, request);
                map(code, range);
            }
            case PVALIDATE_MISPLACED -> {
                ask(code, request);
                rescind(code, range);
                map(code, range);
            }
            default -> {
                map(code, range);
                rescind(code, range);
                ask(code, request);
            }
        }
    }

    private void toPrivate(Block<GhcbGuest> code, Range range, Routine<GhcbGuest> request) {
        switch (order) {
            case SPECIFIED -> {
                map(code, range);
                obtain(code, request);
                validate(code, range);
            }
            case PVALIDATE_MISPLACED -> {
                map(code, range);
                validate(code, range);
                obtain(code, request);
            }
            default -> {
                obtain(code, request);
                validate(code, range);
                map(code, range);
            }
        }
    }

    private void rescind(Block<GhcbGuest> code, Range range) {
        code.call(validation.all(range));
        unlessEnded(code);
        code.local(guest -> guest.snp().prepared.raise());
    }

    /** The request of a page that must not be valid any more. */
    private static void ask(Block<GhcbGuest> code, Routine<GhcbGuest> request) {
        code.local(PageStateChange::noteOrder).call(request);
        unlessEnded(code);
    }

    /** The request of a page that is validated when the reply is there. */
    private static void obtain(Block<GhcbGuest> code, Routine<GhcbGuest> request) {
        code.call(request);
        unlessEnded(code);
        code.local(guest -> guest.snp().prepared.raise());
    }

    private void validate(Block<GhcbGuest> code, Range range) {
        code.local(PageStateChange::noteOrder).call(validation.all(range));
        unlessEnded(code);
    }

    private static void map(Block<GhcbGuest> code, Range range) {
        range.gfns().forEach(gfn -> code.step("maps page " + gfn + " " + range.state(),
                guest -> guest.snp().table.map(gfn, range.toShared()))
                .costs("guest.instruction").mayRest());
    }

    private static void noteOrder(GhcbGuest guest) {
        if (guest.snp().prepared.isClear()) {
            guest.snp().outOfOrder.raise();
        }
    }

    private static void unlessEnded(Block<GhcbGuest> code) {
        code.when(guest -> guest.ended.isSet(), Block::done);
    }
}
