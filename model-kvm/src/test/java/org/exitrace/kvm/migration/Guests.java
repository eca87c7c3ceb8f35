package org.exitrace.kvm.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.kvm.migration.script.GuestOperations;
import org.exitrace.kvm.migration.script.VmmOperations;
import org.exitrace.kvm.migration.vmm.Vmm;
import org.exitrace.kvm.migration.world.Vcpu;

/** Machines for tests: actors told in words, {@code "convert to=shared"}, and their fate. */
final class Guests {

    private final MigrationShape shape;
    private Design design = Migration.usualDesign();
    private final Map<Integer, Script<Vcpu>> vcpus = new TreeMap<>();
    private Script<Vmm> vmm;
    private ExplorationResult result;

    private Guests(MigrationShape shape) {
        this.shape = shape;
    }

    static Guests of(MigrationShape shape) {
        return new Guests(shape);
    }

    /** The next vCPU does this. */
    Guests vcpu(String... lines) {
        vcpus.put(vcpus.size(), script(
                GuestOperations.all(design, shape.kind(), shape.pages()), lines));
        return this;
    }

    /** The migrating thread does this. */
    Guests vmm(String... lines) {
        vmm = script(VmmOperations.all(design, shape.vcpus(), shape.rounds(), null), lines);
        return this;
    }

    /** In another design. */
    Guests with(String... changes) {
        for (String change : changes) {
            String[] parts = change.split("=");
            design = design.with(parts[0], parts[1]);
        }
        return this;
    }

    Model build() {
        return Migration.machine(
                shape, new MigrationScripts(vcpus, Optional.ofNullable(vmm)), design);
    }

    /** Explored to the end in checked mode, exactly these properties break. */
    Guests breaks(String... ids) {
        result = new Exploration(build()).checked().go();
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .as("broken properties").containsExactlyInAnyOrder(ids);
        return this;
    }

    Guests isVerified() {
        breaks();
        assertThat(result.isExhaustive()).isTrue();
        return this;
    }

    /** The exact counts: whoever changes a step or a cell sees it here. */
    void has(long states, long transitions) {
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .as("distinct states, transitions").containsExactly(states, transitions);
    }

    private static <R> Script<R> script(List<Operation<R>> operations, String... lines) {
        List<Call<R>> calls = new ArrayList<>();
        for (String line : lines) {
            String[] halves = line.split(" -> ");
            String[] words = halves[0].split(" ");
            Operation<R> operation = operations.stream()
                    .filter(known -> known.name().equals(words[0])).findFirst().orElseThrow();
            Map<String, String> given = new LinkedHashMap<>();
            for (int i = 1; i < words.length; i++) {
                String[] pair = words[i].split("=");
                given.put(pair[0], pair[1]);
            }
            calls.add(new Call<>(operation, Arguments.of(operation.parameters(), given),
                    halves.length == 1 ? List.of() : List.of(halves[1].split("\\|")), 0));
        }
        return new Script<>(calls);
    }
}
