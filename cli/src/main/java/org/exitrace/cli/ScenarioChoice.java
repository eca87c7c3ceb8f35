package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.engine.script.ArgumentProblem;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words with which somebody chooses a scenario, a design of it and a machine. */
final class ScenarioChoice {

    @Parameters(paramLabel = "S", description = "The scenario: its name in the catalogue, or a file"
            + " ending in .yaml.")
    private String scenario;

    @Option(names = "--design", paramLabel = "D", order = 1,
            description = "The design of the scenario; its first unless told otherwise.")
    private String design;

    @Option(names = "--set", paramLabel = "SWITCH=VALUE", order = 2,
            description = "Another value of a switch; may stand several times. Then nothing is"
                    + " expected, and no property may break.")
    private List<String> switches = new ArrayList<>();

    @Option(names = "--machine", paramLabel = "PARAM=VALUE", order = 3,
            description = "Another value of a parameter of the machine; may stand several times."
                    + " Then nothing is expected, and no property may break.")
    private List<String> parameters = new ArrayList<>();

    /** What these words choose. */
    Chosen choose(Library library) {
        Scenario chosen = library.scenario(scenario);
        ScenarioDesign base = design == null ? chosen.usualDesign() : design(chosen, design);
        return set(on(new Chosen(chosen, base, scenario)));
    }

    /** The same scenario in the design of that name, with what else these words change. */
    Chosen in(Scenario chosen, String name) {
        return set(on(new Chosen(chosen, design(chosen, name), scenario)));
    }

    /** What is changed of each design that is chosen, as it was given. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        switches.forEach(pair -> words.addAll(List.of("--set", Shell.quoted(pair))));
        parameters.forEach(pair -> words.addAll(List.of("--machine", Shell.quoted(pair))));
        return words;
    }

    /** Whether a design was named. */
    boolean namesDesign() {
        return design != null;
    }

    /** The design of that name. */
    static ScenarioDesign design(Scenario scenario, String name) {
        return scenario.design(name).orElseThrow(() -> new UnusableInputException("scenario '"
                + scenario.name() + "' has no design '" + name + "'; "
                + DidYouMean.remedy(name, scenario.designNames())));
    }

    private Chosen set(Chosen base) {
        Chosen changed = base;
        for (Map.Entry<String, String> pair : pairs("--set", switches).entrySet()) {
            changed = with(changed, pair.getKey(), pair.getValue());
        }
        return changed;
    }

    /** The same with another value of a switch. */
    static Chosen with(Chosen chosen, String name, String label) {
        Switch<?> choice = chosen.switches().find(name).orElseThrow(() ->
                new UnusableInputException(chosen.switches().whyMissing(name)));
        if (choice.find(label).isEmpty()) {
            throw new UnusableInputException("switch '" + name + "' has no value '"
                    + label + "'; " + DidYouMean.remedy(label,
                    choice.values().stream().map(v -> ((SwitchValue) v).label()).toList()));
        }
        return chosen.in(chosen.design().with(name, label));
    }

    private Chosen on(Chosen base) {
        MachineKind kind = base.scenario().kind();
        List<Parameter> known = kind.parameters();
        Map<String, String> given = pairs("--machine", parameters);
        List<ArgumentProblem> problems = Arguments.problems(known, given).stream()
                .filter(problem -> problem.kind() != ArgumentProblem.Kind.MISSING).toList();
        if (!problems.isEmpty()) {
            throw new UnusableInputException("'--machine': " + sentence(problems.get(0)));
        }
        MachineSpec machine = base.design().machine();
        for (Map.Entry<String, String> pair : given.entrySet()) {
            machine = machine.with(pair.getKey(), pair.getValue());
        }
        Chosen changed = base.on(machine);
        kind.refuses(machine).or(() -> changed.switches().refuses(base.design().switches()))
                .ifPresent(why -> {
                    throw new UnusableInputException("'--machine': " + why);
                });
        return changed;
    }

    private static String sentence(ArgumentProblem problem) {
        return problem.kind() == ArgumentProblem.Kind.UNKNOWN
                ? "there is no parameter '" + problem.name() + "'; "
                        + DidYouMean.remedy(problem.name(), problem.choices())
                : problem.sentence();
    }

    private static Map<String, String> pairs(String option, List<String> written) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : written.stream().flatMap(text -> List.of(text.split(",")).stream())
                .collect(Collectors.toList())) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UnusableInputException("'" + option + "' is name=value, not '" + pair
                        + "'; ./exitrace show tells the names");
            }
            if (pairs.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new UnusableInputException("'" + option + "' gives '"
                        + pair.substring(0, equals) + "' twice; give it once");
            }
        }
        return pairs;
    }
}
