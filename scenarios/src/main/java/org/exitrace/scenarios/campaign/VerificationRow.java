package org.exitrace.scenarios.campaign;

import java.util.Optional;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.scenarios.file.Expectation;

/**
 * What one design of one scenario showed.
 *
 * @param scenario the scenario's name
 * @param design the design's name
 * @param expectation what the scenario says of it
 * @param replayed what its recorded schedule showed, where it has one
 * @param explored what the search showed, where there is to be one
 * @param exploration the search's result, where it was made
 */
public record VerificationRow(
        String scenario, String design, Expectation expectation,
        Optional<Judgement> replayed, Optional<Judgement> explored,
        Optional<ExplorationResult> exploration) {

    /** The worst verdict of all that was tried; undecided where nothing was. */
    public Verdict verdict() {
        if (replayed.isEmpty() && explored.isEmpty()) {
            return Verdict.UNDECIDED;
        }
        return replayed.map(Judgement::verdict).orElse(Verdict.PASSED)
                .and(explored.map(Judgement::verdict).orElse(Verdict.PASSED));
    }

    /** The reason in one line. */
    public String why() {
        if (replayed.isEmpty() && explored.isEmpty()) {
            return "the scenario says neither 'replay' nor 'explore'; add one of them";
        }
        StringBuilder why = new StringBuilder();
        replayed.ifPresent(judgement -> why.append("replay: ").append(judgement.why()));
        explored.ifPresent(judgement -> why.append(why.length() > 0 ? "; " : "")
                .append("explore: ").append(judgement.why()));
        return why.toString();
    }
}
