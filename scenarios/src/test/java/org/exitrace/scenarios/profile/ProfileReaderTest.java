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
                        + " quantiles, log-normal, and has constant and uniform\n"
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
                        + "p.yaml:7:7: 'costs.b.constant' must be a number from 0, in the"
                        + " cost's 'unit', which is ns unless it says otherwise, not the text"
                        + " 'five'\n"
                        + "p.yaml:8:6: cost 'c' needs one of constant, uniform, exponential,"
                        + " quantiles, log-normal, and has none\n"
                        + "p.yaml:8:7: unknown key 'constnat'; did you mean 'constant'?\n"
                        + "p.yaml:9:3: 'costs.d' must be a time, and 'source:' with"
                        + " 'confidence:', or 'assumed:' with the reason, not the number 5\n"
                        + "p.yaml:10:7: cost 'e': a time from 9 to 3 ns is none; swap the two\n"
                        + "p.yaml:11:7: 'costs.f.uniform' must be a list of the least and the"
                        + " most, not a list\n"
                        + "p.yaml:12:3: the empty key is for steps that cost nothing; remove it");
    }

    @Test
    void tellsAllCostsThatAModelWantsAtThePlaceOfTheCosts() {
        Doorbell kind = new Doorbell();
        MachineSpec usual = MachineSpec.usual(kind);
        Model model = kind.build(usual, Design.usual(kind.switches(usual.parameters())));

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
                + " number from 0, in the cost's 'unit', which is ns unless it says otherwise, not"
                + " the number -5");
        refuses("  a: {quantiles: {0: 1, 101: 2}, assumed: x}\n", "p.yaml:6:7:"
                + " 'costs.a.quantiles' must be percentages from 0 to 100, each with a number,"
                + " not a set of keys");
    }

    @Test
    void readsEachUnitToTheNanosecond() {
        ProfileFile profile = read("""
                  a: {constant: 1.0026, unit: ms, assumed: x}
                  b: {uniform: [0.615, 12], unit: us, assumed: x}
                  c: {constant: 3321, unit: cycles, clock-mhz: 2700, assumed: x}
                  d: {constant: 1e-3, unit: s, assumed: x, cpu: another house}
                """);

        assertThat(profile.times().costs().values())
                .extracting(cost -> cost.duration().toString())
                .containsExactly("1002600 ns", "615 to 12000 ns", "1230 ns", "1000000 ns");
        assertThat(profile.costs()).extracting(ProfileFile.Trust::form).containsExactly(
                "constant 1.0026 ms", "uniform 0.615 to 12 us",
                "constant 3321 cycles at 2700 MHz", "constant 1e-3 s");
        assertThat(profile.foreignKeys()).containsExactly("d");
    }

    @Test
    void refusesUnitsThatDoNotFit() {
        refuses("""
                  a: {constant: 5, unit: cycles, assumed: x}
                  b: {constant: 5, unit: us, clock-mhz: 2700, assumed: x}
                  c: {constant: 0.5, assumed: x}
                  d: {constant: 100, unit: hours, assumed: x}
                  e: {constant: 8797, unit: s, assumed: x}
                  f: {constant: 1e99999999, unit: s, assumed: x}
                  g: {constant: 5 us, assumed: x}
                """,
                "p.yaml:6:20: cost 'a' is in cycles, but nobody says of which clock; add"
                        + " 'clock-mhz' to the cost or to the profile\n"
                        + "p.yaml:7:30: cost 'b' is in us, for which a clock says nothing; remove"
                        + " 'clock-mhz', or write 'unit: cycles'\n"
                        + "p.yaml:8:7: cost 'c': 0.5 ns is no whole number of nanoseconds; round"
                        + " it\n"
                        + "p.yaml:9:22: 'costs.d.unit' must be ns, us, ms, s or cycles, not the"
                        + " text 'hours'\n"
                        + "p.yaml:10:7: cost 'e': 8797 s is more than the 8796093022208 ns that a"
                        + " step may take; is the unit right?\n"
                        + "p.yaml:11:7: cost 'f': 1e99999999 s is more than the 8796093022208 ns"
                        + " that a step may take; is the unit right?\n"
                        + "p.yaml:12:7: 'costs.g.constant' must be a number from 0, in the cost's"
                        + " 'unit', which is ns unless it says otherwise, not the text '5 us'");
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
