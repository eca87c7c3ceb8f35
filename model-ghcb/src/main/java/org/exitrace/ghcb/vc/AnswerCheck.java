package org.exitrace.ghcb.vc;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.spec.EventInjection;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * What a guest looks at when the host has answered: how the host took the event, an exception that
 * it asks for, and the valid bits of the outputs.
 */
final class AnswerCheck {

    private static final String SOURCE = "vc-shared.c verify_exception_info; docs/ghcb.md c.1";
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private AnswerCheck() {
    }

    /** Checks the answer to {@code event}, and takes what it brings. */
    static Routine<GuestVc> check(NaeEvent event) {
        return Routine.named("#VC", SOURCE, code -> {
            code.step("reads SW_EXITINFO1", vc -> vc.info1.become(
                    vc.page().get(GhcbField.SW_EXITINFO1) & LOW_HALF))
                    .costs(VcHandler.COST).mayRest();
            code.when(vc -> vc.info1.is(GhcbReply.ISSUE_EXCEPTION), AnswerCheck::exception);
            code.when(vc -> !vc.info1.is(GhcbReply.NO_ACTION) && vc.design.checks(),
                    error -> error.done(AnswerCheck::isHostError));
            for (GhcbField field : event.outputs()) {
                take(code, field);
            }
        });
    }

    private static void exception(Block<GuestVc> code) {
        code.step("reads SW_EXITINFO2", vc -> vc.info2.become(
                vc.page().get(GhcbField.SW_EXITINFO2)))
                .costs(VcHandler.COST).mayRest()
                .done(AnswerCheck::takeException);
    }

    /** OVMF makes any other exception #GP, Linux takes it for an error of the host. */
    private static void takeException(GuestVc vc) {
        if (EventInjection.isPermitted(vc.info2.get())) {
            return;
        }
        if (!vc.design.checks()) {
            vc.tookException.raise();
        } else if (!vc.design.makesProtectionFaults()) {
            isHostError(vc);
        }
    }

    private static void take(Block<GuestVc> code, GhcbField field) {
        code.when(vc -> vc.design.checks(), checked -> checked
                        .test(field + " is valid?", vc -> vc.page().isValid(field),
                                yes -> yes.pause("reads " + field)
                                        .costs(VcHandler.COST).mayRest(),
                                no -> no.done(AnswerCheck::isHostError))
                        .costs(VcHandler.COST).mayRest(),
                trusted -> trusted.step("reads " + field, vc -> {
                    if (!vc.page().isValid(field)) {
                        vc.tookInvalid.raise();
                    }
                }).costs(VcHandler.COST).mayRest());
    }

    /** An error of the host in kernel code ends the guest. */
    private static void isHostError(GuestVc vc) {
        vc.halted.raise();
    }
}
