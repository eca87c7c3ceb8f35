package org.exitrace.scenarios.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.script.ArgumentProblem;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;

/** Whether scripts that were read for one machine fit to another of its kind. */
public final class ScriptFit {

    private ScriptFit() {
    }

    /**
     * What is wrong with {@code call} of {@code actor} where he has {@code role}; {@code missing}
     * where the role lacks the operation.
     */
    public static Optional<String> problem(
            String actor, Call<?> call, ScriptedRole<?> role, String missing) {
        String asked = actor + ": " + call + ": ";
        Optional<? extends Operation<?>> operation = role.operation(call.operation().name());
        if (operation.isEmpty()) {
            return Optional.of(asked + missing);
        }
        return Arguments.problems(operation.get().parameters(), call.arguments().values()).stream()
                .map(ArgumentProblem::sentence).findFirst().map(asked::concat);
    }

    /** The machines with one number less than {@code spec} has, which {@code kind} takes. */
    public static List<MachineSpec> smallerMachines(MachineKind kind, MachineSpec spec) {
        List<MachineSpec> smaller = new ArrayList<>();
        for (Parameter number : kind.parameters().stream().filter(Parameter::isNumber).toList()) {
            for (long value = number.least(); value < spec.number(number.name()); value++) {
                MachineSpec candidate = spec.with(number.name(), value);
                if (kind.refuses(candidate).isEmpty()) {
                    smaller.add(candidate);
                }
            }
        }
        return smaller;
    }
}
