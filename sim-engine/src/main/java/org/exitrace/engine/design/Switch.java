package org.exitrace.engine.design;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One question that designs answer differently.
 *
 * @param name as people write it: lower case, words joined by hyphens
 * @param question the question, in one sentence
 * @param type the enum of its answers
 * @param usual the answer unless a design gives another
 * @param <E> the enum of its answers
 */
public record Switch<E extends Enum<E> & SwitchValue>(
        String name, String question, Class<E> type, E usual) {

    /** All answers in declaration order. */
    public List<E> values() {
        return Arrays.asList(type.getEnumConstants());
    }

    /** The answer of that label. */
    public Optional<E> find(String label) {
        return values().stream().filter(value -> value.label().equals(label)).findFirst();
    }
}
