package org.exitrace.engine.adversary;

import java.util.function.BooleanSupplier;

/**
 * Something that a hostile party can do in one step, though the protocol forbids it.
 *
 * @param name what is done, as the step's name tells it
 * @param source where it was described
 * @param possible in which states it can be done and makes a difference
 * @param effect what it changes
 */
public record Misbehaviour(
        String name, String source, BooleanSupplier possible, Runnable effect) {
}
