package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.exitrace.engine.explore.ExplorationEnd;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.script.Parameter;
import org.exitrace.scenarios.document.UnusableInputException;
import picocli.CommandLine.Option;

/** How many misbehaviours a hostile host can afford, tried from none upwards. */
final class AdversaryOption {

    private static final String NAME = "--adversary";

    @Option(names = NAME, paramLabel = "N", order = 4, converter = Numbers.Count.class,
            description = "Let a hostile host do what the protocol forbids, at most N times: none,"
                    + " then once, and so on, until a property breaks; the first that does is the"
                    + " cheapest attack. At the budget that the design itself has, what it expects"
                    + " is judged; at any other no property may break.")
    private Integer most;

    boolean isGiven() {
        return most != null;
    }

    /**
     * Searches one budget after the other, up to the first in which something breaks.
     *
     * @param goesOn whether the rest is searched all the same
     */
    List<HostileSearch> searches(
            Chosen base, boolean goesOn, Function<Chosen, ExplorationResult> search) {
        String parameter = parameter(base);
        List<HostileSearch> searches = new ArrayList<>();
        for (int budget = 0; budget <= most; budget++) {
            Chosen chosen = base.on(base.design().machine().with(parameter, budget));
            HostileSearch one = new HostileSearch(chosen, budget, search.apply(chosen));
            searches.add(one);
            if (one.result().end() == ExplorationEnd.INTERRUPTED
                    || !goesOn && !one.result().isClean()) {
                break;
            }
        }
        return searches;
    }

    private String parameter(Chosen base) {
        String name = base.scenario().kind().budget().orElseThrow(() ->
                new UnusableInputException("'" + NAME + "': machines of kind '"
                        + base.scenario().kind().name() + "' have no hostile host; take a scenario"
                        + " whose machine has one, such as ghcb/double-fetch"));
        Parameter budget = base.scenario().kind().parameters().stream()
                .filter(parameter -> parameter.name().equals(name)).findFirst().orElseThrow();
        if (most > budget.most()) {
            throw new UnusableInputException("'" + NAME + "' is at most " + budget.most()
                    + ", not " + most);
        }
        return name;
    }

    /** The option as it was given. */
    List<String> words() {
        return most == null ? List.of() : List.of(NAME, most.toString());
    }
}
