package org.exitrace.kvm.apcreation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.programs.GuestPrograms;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.kvm.exchange.ExchangeMachine;
import org.exitrace.kvm.exchange.ExchangeParameters;

/** An SNP guest whose virtual CPUs do what a test says, explored to the end. */
final class CreatingGuest {

    private final Arguments arguments;
    private final Map<Integer, List<Call<GhcbGuest>>> calls = new TreeMap<>();
    private Design design = ExchangeMachine.usualDesign();

    /** A machine with such parameters, written {@code vcpus=2}. */
    CreatingGuest(String... parameters) {
        arguments = Arguments.of(ExchangeParameters.all(), pairs(parameters));
    }

    CreatingGuest with(String change) {
        String[] parts = change.split("=");
        design = design.with(parts[0], parts[1]);
        return this;
    }

    /** Lets virtual CPU {@code vcpu} do that next; the result is {@code expected} or any. */
    CreatingGuest does(int vcpu, String expected, String name, String... given) {
        Operation<GhcbGuest> operation = GuestPrograms.all(
                ExchangeParameters.bounds(arguments), design).stream()
                .filter(known -> known.name().equals(name)).findFirst().orElseThrow();
        calls.computeIfAbsent(vcpu, none -> new ArrayList<>()).add(new Call<>(operation,
                Arguments.of(operation.parameters(), pairs(given)),
                expected.isEmpty() ? List.of() : List.of(expected), 0));
        return this;
    }

    /** Which properties break, and exactly so many states and transitions. */
    void breaks(long states, long transitions, String... ids) {
        ExplorationResult result = explore(ids);
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .as("distinct states, transitions").containsExactly(states, transitions);
    }

    /** All states of it, in which these properties break and no other. */
    ExplorationResult explore(String... ids) {
        Map<Integer, Script<GhcbGuest>> scripts = new TreeMap<>();
        calls.forEach((vcpu, list) -> scripts.put(vcpu, new Script<>(list)));
        ExplorationResult result = new Exploration(ExchangeMachine.of(
                ExchangeParameters.shape(arguments, scripts), design)).checked().go();
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .as("broken properties").containsExactlyInAnyOrder(ids);
        assertThat(result.isExhaustive()).as(result.summary()).isTrue();
        return result;
    }

    private static Map<String, String> pairs(String... written) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : written) {
            values.put(pair.split("=")[0], pair.split("=")[1]);
        }
        return values;
    }
}
