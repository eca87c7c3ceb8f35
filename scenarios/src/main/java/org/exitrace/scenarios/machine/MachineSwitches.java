package org.exitrace.scenarios.machine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Parameter;
import org.exitrace.scenarios.document.DidYouMean;

/**
 * The switches that one machine has, of all that its kind has for some machine.
 *
 * @param kind the kind of machine
 * @param parameters those of the machine
 */
public record MachineSwitches(MachineKind kind, Arguments parameters) {

    /**
     * Those of any machine of {@code kind}, under an empty name. Where they depend on a word
     * among the parameters, those for each such word instead, by {@code parameter=word}.
     */
    public static Map<String, MachineSwitches> ofKind(MachineKind kind) {
        MachineSwitches usual = new MachineSwitches(kind, some(kind.parameters()));
        Map<String, MachineSwitches> machines = new LinkedHashMap<>();
        for (Parameter parameter : kind.parameters()) {
            Map<String, MachineSwitches> byWord = new LinkedHashMap<>();
            parameter.words().forEach(word -> byWord.put(parameter.name() + "=" + word,
                    new MachineSwitches(kind, usual.parameters.with(parameter.name(), word))));
            if (!byWord.values().stream().allMatch(each -> each.all().equals(usual.all()))) {
                machines.putAll(byWord);
            }
        }
        return machines.isEmpty() ? Map.of("", usual) : machines;
    }

    /** The usual ones; where something has to be told, the first that can be told. */
    private static Arguments some(List<Parameter> parameters) {
        Map<String, String> told = new LinkedHashMap<>();
        parameters.stream().filter(Parameter::isRequired).forEach(parameter -> told.put(
                parameter.name(), parameter.isNumber() ? Long.toString(parameter.least())
                        : parameter.words().get(0)));
        return Arguments.of(parameters, told);
    }

    /** All of them, in the kind's order. */
    public List<Switch<?>> all() {
        return kind.switches(parameters);
    }

    /** Their names. */
    public List<String> names() {
        return all().stream().<String>map(Switch::name).toList();
    }

    /** The one of that name. */
    public Optional<Switch<?>> find(String name) {
        return all().stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /** Why there is no switch {@code name}, in one sentence that names the remedy. */
    public String whyMissing(String name) {
        return kind.whyMissing(name, parameters).orElseGet(() -> "machine '" + kind.name()
                + "' has no switch '" + name + "'; " + DidYouMean.remedy(name, names()));
    }

    /** Why {@code design} does not fit: it chooses something of which there is no switch here. */
    public Optional<String> refuses(Design design) {
        return design.differences().keySet().stream()
                .filter(name -> find(name).isEmpty()).findFirst().map(this::whyMissing);
    }
}
