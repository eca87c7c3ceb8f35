package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.state.MessageSlot;
import org.exitrace.vtl.state.Stimer;
import org.exitrace.vtl.state.Vtl;

/** What each host owes to a guest whose VTLs get messages. */
final class SynicPromises {

    private SynicPromises() {
    }

    static void flags(ModelBuilder model, List<Vtl> vtls) {
        model.atRest("I-55-flags", "no event flag is set of a SINT that is unmasked and has no"
                + " interrupt", () -> vtls.stream().noneMatch(vtl -> vtl.synic().slots().stream()
                        .anyMatch(slot -> slot.isFlagForgotten(vtl.lapic))))
                .because("nobody would look for it").from("docs/vtl.md I-55");
    }

    static void ticks(ModelBuilder model, List<Vtl> vtls) {
        model.never("I-57-ticks", "an expiration of a periodic timer that is not lazy is skipped",
                vtls, vtl -> vtl.synic().timers().stream().anyMatch(Stimer::hasSkipped))
                .because("whoever counts them falls behind; lazy is what says that this may be")
                .from("docs/vtl.md I-57, a.8");
    }

    static void declare(ModelBuilder model, List<Vtl> vtls, boolean intercepts) {
        List<MessageSlot> slots = vtls.stream().flatMap(vtl -> vtl.synic().slots().stream())
                .toList();
        model.never("I-54", "a slot is written that is not empty, or a message waits and"
                + " MessagePending does not say so", slots, slot -> slot.broken.isSet())
                .because("the guest reads one message after the other, and asks for the next")
                .from("docs/vtl.md I-54");
        model.never("I-57", "a synthetic timer tells another VTL than the one that has armed it",
                vtls, vtl -> vtl.synic().strayed.isSet())
                .because("timers are private to their VTL")
                .from("docs/vtl.md I-57");
        model.atRest("I-55", "no message waits for a slot that is empty and unmasked, unless"
                + " MessagePending says so", () -> slots.stream().noneMatch(MessageSlot::isStuck))
                .because("nobody would look for it")
                .from("docs/vtl.md I-55");
        if (intercepts) {
            model.never("I-56", "a VTL goes on whose intercept the higher VTL cannot read", vtls,
                    vtl -> vtl.view().unheard.isSet())
                    .because("an intercept comes before its access is tried again")
                    .from("docs/vtl.md I-56");
        }
    }
}
