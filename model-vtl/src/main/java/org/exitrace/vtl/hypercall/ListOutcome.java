package org.exitrace.vtl.hypercall;

import java.util.Collections;
import java.util.List;
import org.exitrace.vtl.spec.HvStatus;

/**
 * What becomes of a list: how far it was done, and why no further.
 *
 * <p>Source: docs/vtl.md b.1, I-10, I-49.
 *
 * @param done how many elements are done, those before the call among them
 * @param decision that on the first element which was refused, or on the call as a whole
 */
public record ListOutcome(int done, Decision<HvStatus> decision) {

    private static final Decision<HvStatus> SUCCESS =
            new Decision<HvStatus>(List.of(), Collections.emptySet());

    /**
     * Each element is decided when it is done, until one is refused: those in front of it stay
     * done.
     *
     * @param start the first that is not done yet
     */
    public static <E> ListOutcome eachInTurn(CallerView caller, Decision<HvStatus> call,
            Checks<E, HvStatus> checks, List<E> elements, int start) {
        if (call.isRefused()) {
            return new ListOutcome(start, call);
        }
        for (int i = start; i < elements.size(); i++) {
            Decision<HvStatus> decision = checks.decide(caller, elements.get(i));
            if (decision.isRefused()) {
                return new ListOutcome(i, decision);
            }
        }
        return new ListOutcome(elements.size(), SUCCESS);
    }

    /** The whole list is looked at first: if one element is refused, none is done. */
    public static <E> ListOutcome allOrNone(CallerView caller, Decision<HvStatus> call,
            Checks<E, HvStatus> checks, List<E> elements, int start) {
        ListOutcome outcome = eachInTurn(caller, call, checks, elements, start);
        return outcome.decision().isRefused()
                ? new ListOutcome(start, outcome.decision()) : outcome;
    }
}
