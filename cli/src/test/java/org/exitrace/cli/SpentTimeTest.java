package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Where the time of timed runs went. */
class SpentTimeTest {

    private static final String RACE = "time ap-boot/two-aps-serial --runs 40 --seed 1 ";

    @Test
    void allThatActorsWereBusyWithIsUnderSomeKey() {
        JsonNode document = Typed.line(RACE + "--json").json();
        JsonNode spent = document.path("spent");
        assertThat(sum(spent.path("costs"), "ns")).isPositive()
                .isEqualTo(sum(document.path("actors"), "busyNs"));
        assertThat(sum(spent.path("delays"), "ns") + spent.path("blockedNs").asLong())
                .isEqualTo(sum(document.path("actors"), "waitingNs"));
        assertThat(sum(spent.path("waits"), "blockedNs"))
                .isEqualTo(spent.path("blockedNs").asLong());
    }

    /** The document repeats itself, also where runs broke something: one of them is beside it. */
    @Test
    void theDocumentRepeatsItself() {
        Typed typed = Typed.line(RACE + "--json");
        String repeat = typed.json().path("repeat").asString();
        assertThat(Typed.line(repeat.substring("./exitrace ".length()) + " --json").out())
                .isEqualTo(typed.out());
        assertThat(typed.json().path("brokenRun").asString())
                .startsWith("./exitrace run ap-boot/two-aps-serial --profile");
    }

    @Test
    void exitsAreTheStepsUnderTheKeysOfExits() {
        JsonNode spent = Typed.line(RACE + "--json").json().path("spent");
        long exits = 0;
        for (JsonNode cost : spent.path("costs")) {
            exits += cost.path("key").asString().startsWith("vmexit")
                    ? cost.path("times").asLong() : 0;
        }
        assertThat(spent.path("exits").asLong()).isPositive().isEqualTo(exits);
    }

    @Test
    void tellsInTextWhatActorsWereBusyWithAndWhichStepsWaited() {
        Typed typed = Typed.line(RACE);
        assertThat(typed.out()).contains("where time went, by cost", "vmexit.ghcb",
                "by somebody else", "where steps waited", "blocked, ns a run");
        assertThat(typed.lines()).allSatisfy(
                line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void putsAllDesignsSideBySide() {
        Typed typed = Typed.line(RACE + "--each-design");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("what each design takes, a run",
                "how many steps under each cost, a run");
        assertThat(typed.lines()).anySatisfy(line ->
                assertThat(line).startsWith("cost").contains("original", "repaired"));
        assertThat(typed.out().replace("\\\n", "")).contains("./exitrace time"
                + " ap-boot/two-aps-serial --runs 40 --seed 1 --profile amd-snp-genoa"
                + " --each-design\n");
    }

    /** What is told of a design beside others is what its own command tells. */
    @Test
    void tellsOfEachDesignWhatItsOwnCommandTells() {
        JsonNode alone = Typed.line(RACE + "--design repaired --machine rounds=1 --json").json()
                .path("spent");
        for (JsonNode figure : Typed.line(RACE + "--each-design --json").json().path("figures")) {
            if (figure.path("design").asString().equals("repaired")
                    && figure.path("quantity").asString().equals("exits")) {
                assertThat(figure.path("value").asDouble() * 40)
                        .isEqualTo(alone.path("exits").asDouble());
                return;
            }
        }
        assertThat(alone).as("a figure of exits").isNull();
    }

    /** The repaired one has a larger machine of its own, whose price is none of the design. */
    @Test
    void putsAllDesignsOnTheMachineOfTheFirst() {
        assertThat(Typed.line(RACE + "--each-design").lines()).contains(
                "set aside     rounds=2 of repaired: all are on the machine of original");
        Typed changed = Typed.line(RACE + "--each-design --set sipi-hook=latched");
        assertThat(changed.lines()).contains("changed       in each: --set sipi-hook=latched");
        assertThat(changed.out()).doesNotContain("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--compare original,repaired", "--design repaired",
        "--sweep kvm.wake=1us..1ms"})
    void refusesToRunEachDesignAndSomethingElse(String more) {
        Typed typed = Typed.line(RACE + "--each-design " + more);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("'--each-design' runs all designs");
    }

    private static long sum(JsonNode list, String field) {
        long sum = 0;
        for (JsonNode one : list) {
            sum += one.path(field).asLong();
        }
        return sum;
    }
}
