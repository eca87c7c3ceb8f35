package org.exitrace.scenarios.vtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineKinds;
import org.junit.jupiter.api.Test;

/** What a scenario file says of the layouts of registers. */
class FieldExpectationTest {

    private static Scenario read(String call) {
        return new ScenarioReader(new MachineKinds(List.of(new VtlKind())))
                .read(new TextFolder().with("s.yaml", """
                        format: 1
                        scenario: fields
                        title: Reads a field
                        about: Of one register.
                        sources: [made up]
                        machine: {kind: vtl}
                        programs:
                          vp0-vtl0:
                            - %s
                        designs:
                          only: {title: the usual, expect: verified, explore: true}
                        """.formatted(call)), "s.yaml");
    }

    @Test
    void refusesAValueThatDoesNotFitIntoTheFieldWithItsLine() {
        assertThatThrownBy(() -> read("{op: get-vsm, vtl: 0,"
                + " field: partition-config.ZeroMemoryOnReset, expect: [SUCCESS, '7']}"))
                .isInstanceOfSatisfying(UnusableInputException.class, refused ->
                        assertThat(refused.problems()).first().asString().startsWith("s.yaml:9:")
                                .contains("operation 'get-vsm' never gives '7' with vtl=0,"
                                        + " field=partition-config.ZeroMemoryOnReset"));
    }

    @Test
    void takesTheHighestValueOfEachWidth() {
        assertThat(read("{op: get-vsm, vtl: 0, field: vp-status.ActiveVtl, expect: '15'}")
                .designs()).hasSize(1);
        assertThat(read("{op: get-vsm, vtl: 0, field: partition-config.EnableVtlProtection,"
                + " expect: '1'}").designs()).hasSize(1);
    }
}
