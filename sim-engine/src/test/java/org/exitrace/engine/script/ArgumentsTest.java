package org.exitrace.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.number("vcpu", 0, 3, "which vCPU"),
            Parameter.word("state", List.of("RUNNABLE", "HALTED"), "the state").usually("HALTED"),
            Parameter.flag("wait", "whether it waits").usually(true));

    @Test
    void takesTheUsualValueWhereNoneIsGiven() {
        Arguments arguments = Arguments.of(PARAMETERS, Map.of("vcpu", "2"));

        assertThat(arguments.number("vcpu")).isEqualTo(2);
        assertThat(arguments.word("state")).isEqualTo("HALTED");
        assertThat(arguments.flag("wait")).isTrue();
        assertThat(arguments).hasToString("vcpu=2, state=HALTED, wait=true");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("stat", "HALTED");
        given.put("state", "SLEEPING");
        given.put("wait", "maybe");

        assertThat(Arguments.problems(PARAMETERS, given)).extracting(ArgumentProblem::sentence)
                .containsExactly(
                        "there is no argument 'stat'; there is vcpu, state, wait",
                        "'state' is one of RUNNABLE, HALTED, not 'SLEEPING'",
                        "'wait' is one of false, true, not 'maybe'",
                        "'vcpu' is missing; it is a whole number from 0 to 3 (which vCPU)");
    }

    @Test
    void refusesNumbersOutOfRangeAndOtherSpellings() {
        for (String wrong : List.of("-1", "4", "+1", "01", "1.0", "", "one")) {
            assertThatThrownBy(() -> Arguments.of(PARAMETERS, Map.of("vcpu", wrong)))
                    .hasMessage("'vcpu' is a whole number from 0 to 3, not '" + wrong + "'");
        }
    }

    @Test
    void namesWhatOfTheMachineSetsTheBound() {
        List<Parameter> bounded = List.of(
                Parameter.number("handle", 1, 2, "the guest").boundedBy("handles: 2"));

        assertThatThrownBy(() -> Arguments.of(bounded, Map.of("handle", "3")))
                .hasMessage("'handle' is a whole number from 1 to 2, not '3'; the machine's"
                        + " 'handles: 2' is the bound");
    }

    @Test
    void refusesAUsualValueThatIsNotAllowed() {
        assertThatThrownBy(() -> PARAMETERS.get(0).usually(4))
                .hasMessage("vcpu does not allow its usual value 4");
    }
}
