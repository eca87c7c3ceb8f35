package org.exitrace.scenarios.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.state.Fingerprint;
import org.exitrace.scenarios.document.UnusableInputException;

/**
 * Chosen values told by where they stand, for tokens in which the names would take too much room:
 * {@code 0=5,3=1,_=k2x} for {@code sipi-hook=latched,init-sipi-events=exchanged-word}. The last
 * pair is a check of the names, so that a version with others among them is noticed.
 *
 * @param names what can be chosen, in order
 */
record ByPosition(List<Name> names) {

    private static final String CHECK = "_";
    private static final int DIGITS = Character.MAX_RADIX;

    /**
     * One thing that can be chosen.
     *
     * @param name as people write it
     * @param values in order; none for a number, which stands for itself
     */
    record Name(String name, List<String> values) {
    }

    /** Of the switches of a design. */
    static ByPosition ofSwitches(List<Switch<?>> switches) {
        return new ByPosition(switches.stream().map(choice -> new Name(choice.name(),
                choice.values().stream().map(value -> ((SwitchValue) value).text().label())
                        .toList())).toList());
    }

    /** Of the parameters of a machine. */
    static ByPosition ofParameters(List<Parameter> parameters) {
        return new ByPosition(parameters.stream()
                .map(parameter -> new Name(parameter.name(), parameter.words())).toList());
    }

    /** {@code chosen} by positions; as it is where nothing is chosen. */
    Map<String, String> shortened(Map<String, String> chosen) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            String value = chosen.get(name.name());
            if (value != null) {
                pairs.put(Integer.toString(i, DIGITS), name.values().isEmpty() ? value
                        : Integer.toString(name.values().indexOf(value), DIGITS));
            }
        }
        if (!pairs.isEmpty()) {
            pairs.put(CHECK, check(chosen));
        }
        return pairs;
    }

    /** What {@link #shortened} was made of; {@code told} itself where it has names. */
    Map<String, String> named(Map<String, String> told) {
        if (!told.containsKey(CHECK)) {
            return told;
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        told.forEach((position, value) -> {
            if (!position.equals(CHECK)) {
                Name name = at(names, position);
                chosen.put(name.name(),
                        name.values().isEmpty() ? value : at(name.values(), value));
            }
        });
        if (!check(chosen).equals(told.get(CHECK))) {
            throw another();
        }
        return chosen;
    }

    private static <T> T at(List<T> list, String digits) {
        try {
            return list.get(Integer.parseInt(digits, DIGITS));
        } catch (NumberFormatException | IndexOutOfBoundsException noSuchPosition) {
            throw another();
        }
    }

    private static String check(Map<String, String> chosen) {
        long hash = Fingerprint.ofText(new TreeMap<>(chosen).toString());
        return Long.toString(Long.remainderUnsigned(hash, DIGITS * DIGITS * DIGITS), DIGITS);
    }

    private static UnusableInputException another() {
        return new UnusableInputException("the token counts switches or parameters that this"
                + " version has not in those places; take the version that it was made with, or"
                + " record the schedule again");
    }
}
