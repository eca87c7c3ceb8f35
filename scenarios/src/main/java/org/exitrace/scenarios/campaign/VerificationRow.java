package org.exitrace.scenarios.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.scenarios.file.Expectation;

/**
 * What one design of one scenario showed.
 *
 * @param scenario the scenario's name
 * @param design the design's name
 * @param expectation what the scenario says of it
 * @param replayed what its recorded schedule showed, where it has one
 * @param sampled what its seeded runs showed, where there are to be some
 * @param explored what the search showed, where there is to be one
 * @param exploration the search's result, where it was made
 */
public record VerificationRow(
        String scenario, String design, Expectation expectation,
        Optional<Judgement> replayed, Optional<Judgement> sampled,
        Optional<Judgement> explored, Optional<ExplorationResult> exploration) {

    /** The worst verdict of all that was tried; undecided where nothing was. */
    public Verdict verdict() {
        return tried().values().stream().map(Judgement::verdict).reduce(Verdict::and)
                .orElse(Verdict.UNDECIDED);
    }

    /** The reason in one line. */
    public String why() {
        return tried().isEmpty() ? "the scenario says neither 'replay', 'explore' nor 'runs'; add"
                + " one of them" : tried().entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue().why())
                .collect(Collectors.joining("; "));
    }

    private Map<String, Judgement> tried() {
        Map<String, Judgement> tried = new LinkedHashMap<>();
        replayed.ifPresent(judgement -> tried.put("replay", judgement));
        sampled.ifPresent(judgement -> tried.put("runs", judgement));
        explored.ifPresent(judgement -> tried.put("explore", judgement));
        return tried;
    }
}
