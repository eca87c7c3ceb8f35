package org.exitrace.scenarios.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.time.Duration;
import org.exitrace.scenarios.doorbell.TextFolder;
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
