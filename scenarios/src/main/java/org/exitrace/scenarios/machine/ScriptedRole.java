package org.exitrace.scenarios.machine;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.script.Operation;

/**
 * A role that a scenario may script: what its actors can be told to do. A kind of machine knows it
 * by its name; what it can do may depend on the size of the machine.
 *
 * @param <R> the region that its operations speak of
 */
public final class ScriptedRole<R> {

    private final String name;
    private final String meaning;
    private final List<Operation<R>> operations;

    /**
     * A role.
     *
     * @param name as people write it, such as {@code vmm}
     * @param meaning who plays it, in one sentence
     * @param operations what it can be told to do
     */
    public ScriptedRole(String name, String meaning, List<Operation<R>> operations) {
        this.name = name;
        this.meaning = meaning;
        this.operations = List.copyOf(operations);
    }

    /** As people write it. */
    public String name() {
        return name;
    }

    /** Who plays it, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What it can be told to do. */
    public List<Operation<R>> operations() {
        return operations;
    }

    /** The operation of that name. */
    public Optional<Operation<R>> operation(String operationName) {
        return operations.stream()
                .filter(operation -> operation.name().equals(operationName)).findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
