package org.exitrace.scenarios.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.time.Duration;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.doorbell.Doorbell;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.exitrace.scenarios.machine.MachineSpec;
import org.junit.jupiter.api.Test;

class ProfileReaderTest {

    private static final String HEAD = """
            format: 1
            profile: house
            title: A house
            platform: bricks
            costs:
            """;

    @Test
    void readsEachFormOfATime() {
        ProfileFile profile = read("""
                  look: {constant: 5, source: a clock, confidence: high}
                  ring: {uniform: [3, 9], assumed: bells are quick}
                  wait: {exponential: 40, assumed: bells are patient}
                  walk:
                    quantiles: {0: 10, 50: 20, 99.95: 90, 100: 100}
                    conditions: dry
                    source: a tape
                    confidence: low
                """);

        assertThat(profile.times().costs().keySet())
                .containsExactly("look", "ring", "wait", "walk");
        assertThat(profile.times().duration("look")).hasToString(
                Duration.constant(5).toString());
        assertThat(profile.times().duration("walk")).hasToString("10 ns at 0 per million,"
                + " 20 ns at 500000 per million, 90 ns at 999500 per million,"
                + " 100 ns at 1000000 per million");
        assertThat(profile.times().duration("ring").sample(RandomStream.named(1, "x")))
                .isBetween(3L, 9L);
    }

    @Test
    void marksWhatIsAssumed() {
        ProfileFile profile = read("""
                  look: {constant: 5, source: a clock, confidence: high}
                  ring: {uniform: [3, 9], assumed: bells are quick}
                """);

        assertThat(profile.assumedKeys()).containsExactly("ring");
        assertThat(profile.costs().get(1).source()).isEqualTo("assumed: bells are quick");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        refuses("""
                  a: {constant: 5}
                  b: {constant: 5, uniform: [1, 2], assumed: x}
                  c: {uniform: [9, 3], assumed: x}
                  d: {quantiles: {1: 5, 100: 6}, source: x}
                """,
                "p.yaml:6:6: cost 'a' needs either 'source' with 'confidence', or 'assumed' with"
                        + " the reason\n"
                        + "p.yaml:7:6: cost 'b' needs one of constant, uniform, exponential,"
                        + " quantiles, and has constant and uniform\n"
                        + "p.yaml:8:7: cost 'c': a time from 9 to 3 ns is none; swap the two\n"
                        + "p.yaml:9:6: cost 'd': 'confidence' goes with 'source'; add high, medium"
                        + " or low\n"
                        + "p.yaml:9:7: cost 'd': quantiles begin at 0 and end at 1000000 per"
                        + " million; add the least and the largest sample");
    }

    @Test
    void namesTheQuantilesThatFallAsTheyAreWritten() {
        refuses("  d: {quantiles: {0: 1, 25: 9, 50.5: 3, 100: 10}, assumed: x}\n",
                "p.yaml:6:7: cost 'd': quantiles rise: 3 ns at 50.5 % cannot follow 9 ns at 25 %;"
                        + " correct one of the two");
    }

    @Test
    void tellsWhatTheSchemaRefusesTogetherWithTheRest() {
        refuses("""
                  a: {constant: 5}
                  b: {constant: five, assumed: x}
                  c: {constnat: 5, assumed: x}
                  d: 5
                  e: {uniform: [9, 3], assumed: x}
                  f: {uniform: [9], assumed: x}
                  "": {constant: 5, assumed: x}
                """,
                "p.yaml:6:6: cost 'a' needs either 'source' with 'confidence', or 'assumed' with"
                        + " the reason\n"
                        + "p.yaml:7:7: 'costs.b.constant' must be a whole number of nanoseconds"
                        + " from 0 to 8796093022208, not the text 'five'\n"
                        + "p.yaml:8:6: cost 'c' needs one of constant, uniform, exponential,"
                        + " quantiles, and has none\n"
                        + "p.yaml:8:7: unknown key 'constnat'; did you mean 'constant'?\n"
                        + "p.yaml:9:3: 'costs.d' must be a time, and 'source:' with"
                        + " 'confidence:', or 'assumed:' with the reason, not the number 5\n"
                        + "p.yaml:10:7: cost 'e': a time from 9 to 3 ns is none; swap the two\n"
                        + "p.yaml:11:7: 'costs.f.uniform' must be a list of the least and the"
                        + " most nanoseconds, not a list\n"
                        + "p.yaml:12:3: the empty key is for steps that cost nothing; remove it");
    }

    @Test
    void tellsAllCostsThatAModelWantsAtThePlaceOfTheCosts() {
        Doorbell kind = new Doorbell();
        Model model = kind.build(new MachineSpec(
                Arguments.of(kind.parameters(), Map.of()), List.of()),
                Design.usual(kind.switches()));

        assertThatThrownBy(() -> read("  look: {constant: 5, assumed: x}\n")
                .refuseUnlessComplete(model)).isInstanceOf(UnusableInputException.class)
                .hasMessage("p.yaml:5:1: cost 'ring' is missing, which step 'ringer ring: strike'"
                        + " wants; add it with its source, or as assumed\n"
                        + "p.yaml:5:1: cost 'walk' is missing, which step 'ringer ring: strike'"
                        + " wants; add it with its source, or as assumed");
        read("""
                  look: {constant: 5, assumed: x}
                  ring: {constant: 5, assumed: x}
                  walk: {constant: 5, assumed: x}
                """).refuseUnlessComplete(model);
    }

    @Test
    void refusesNegativeTimesAndOtherPercentages() {
        refuses("  a: {constant: -5, assumed: x}\n", "p.yaml:6:7: 'costs.a.constant' must be a"
                + " whole number of nanoseconds from 0 to 8796093022208, not the number -5");
        refuses("  a: {quantiles: {0: 1, 101: 2}, assumed: x}\n", "p.yaml:6:7:"
                + " 'costs.a.quantiles' must be percentages from 0 to 100, each with nanoseconds,"
                + " not a set of keys");
    }

    @Test
    void namesTheProfilesThereAre() {
        assertThatThrownBy(() -> ProfileReader.named("amd-snp-genua")).hasMessage("there is no"
                + " timing profile 'amd-snp-genua' (and no such file ending in .yaml);"
                + " did you mean 'amd-snp-genoa'?");
    }

    @Test
    void readsEveryProfileThatComesWithTheProgram() {
        for (String name : ProfileReader.KNOWN) {
            assertThat(ProfileReader.named(name).name()).isEqualTo(name);
        }
    }

    private static ProfileFile read(String costs) {
        return ProfileReader.read(
                new TextFolder().with("p.yaml", HEAD + indented(costs)), "p.yaml");
    }

    private static String indented(String costs) {
        return costs.startsWith(" ") ? costs : costs.indent(2);
    }

    private static void refuses(String costs, String message) {
        assertThatThrownBy(() -> read(costs)).hasMessage(message);
    }
}
