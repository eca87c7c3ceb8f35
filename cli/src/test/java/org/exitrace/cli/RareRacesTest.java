package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How likely races are that plain runs hardly show. */
class RareRacesTest {

    private static final String RACE = "time ap-boot/two-aps-serial --runs 300 --seed 1 ";

    @TempDir private Path folder;

    /** Plain runs break it in 1 to 3 of 100; forced ones count to the same. */
    @Test
    void countsForcedRunsByTheirLikelihood() {
        String line = "time ap-boot/two-aps-serial --runs 2000 --force all --json --threads ";
        Typed typed = Typed.line(line + 2);
        assertThat(typed.out()).isEqualTo(Typed.line(line + 1).out());
        JsonNode lost = null;
        for (JsonNode figure : typed.json().path("forced")) {
            lost = figure.path("quantity").asString().equals("lost-wake-up") ? figure : lost;
        }
        assertThat(lost).as("forced runs lost the wake-up").isNotNull();
        assertThat(lost.path("low").asDouble()).isLessThan(0.025);
        assertThat(lost.path("high").asDouble()).isGreaterThan(0.012);
        assertThat(lost.path("method").asString())
                .isEqualTo("importance sampling, Wilson at the effective runs");
    }

    /** 0 of 300: Wilson's bound is 1.3 %, and no run counts more than twice. */
    @Test
    void boundsWhatNoForcedRunBroke() {
        Typed typed = Typed.line(RACE + "--design repaired --force kvm.wake");
        assertThat(typed.lines()).anyMatch(line -> line.matches(
                "any property +0 +0 % +0 % +2[.]5 %"));
        assertThat(typed.out()).contains("times of kvm.wake came");
        JsonNode bound = Typed.line("time ap-boot/lost-wake-up --runs 20 --seed 1 --force kvm.wake"
                + " --json").json().path("forced").path(0);
        assertThat(bound.path("value").asDouble()).isZero();
        assertThat(bound.path("high").asDouble()).isBetween(0.3, 0.35);
        assertThat(bound.path("method").asString())
                .isEqualTo("importance sampling, Wilson's bound times 2");
    }

    /** Some ten runs of 300 break it, which is no ground for two ends. */
    @Test
    void tellsAnUpperEndAloneWhereTooFewForcedRunsBrokeIt() throws IOException {
        String few = "importance sampling, too few: upper end only, Wilson's bound times 2";
        Path table = folder.resolve("few.csv");
        Path page = folder.resolve("few.html");
        String line = RACE + "--force kvm.wake,guest.instruction ";
        Typed typed = Typed.line(line + "--html " + page + " --out " + table);
        assertThat(typed.lines()).anyMatch(row -> row.matches(
                ".*lost-wake-up.* +[1-9]\\d* .* % +too few +[0-9.]+ %"));
        assertThat(page).content().contains("too few");
        assertThat(table).content().contains(few);
        JsonNode forced = Typed.line(line + "--json").json().path("forced").path(0);
        assertThat(forced.path("method").asString()).isEqualTo(few);
        assertThat(forced.path("value").asDouble()).isPositive();
        assertThat(forced.path("low").asDouble()).isZero();
        assertThat(forced.path("high").asDouble()).isBetween(0.02, 0.2);
    }

    /** How likely it is in each design, and what the repair costs, stand on one page. */
    @Test
    void forcesTimesOfBothDesignsThatAreCompared() throws IOException {
        Path page = folder.resolve("t.html");
        Path table = folder.resolve("t.csv");
        String line = RACE + "--compare original,repaired --force kvm.wake,guest.instruction ";
        Typed typed = Typed.line(line + "--json --html " + page + " --out " + table);
        assertThat(forced(typed, "original").path("value").asDouble()).isPositive();
        assertThat(forced(typed, "repaired").path("value").asDouble()).isZero();
        assertThat(forced(typed, "repaired").path("high").asDouble()).isBetween(0.02, 0.03);
        assertThat(page).content().contains("by forced times: original | repaired",
                "how much longer repaired takes", "importance sampling");
        assertThat(table).content().contains("forced,original,,lost-wake-up,share,300,",
                "importance sampling");
        assertThat(Typed.line(line + "--threads 1 --json").out()).isEqualTo(typed.out());
        Typed alone = Typed.line(RACE + "--force kvm.wake,guest.instruction --json");
        assertThat(alone.json().path("forced").toString())
                .contains(forced(typed, "original").path("value").asString());
    }

    /** Plain runs break it in 1 to 3 of 100; so do those that branch off where they come near. */
    @Test
    void countsRunsThatBranchOffWhereTheyComeNear() {
        String line = "time ap-boot/two-aps-serial --runs 1000 --split lost-wake-up --json"
                + " --threads ";
        Typed typed = Typed.line(line + 2);
        assertThat(typed.out()).isEqualTo(Typed.line(line + 1).out());
        JsonNode lost = typed.json().path("split").path(0);
        assertThat(lost.path("low").asDouble()).isBetween(0.001, 0.025);
        assertThat(lost.path("high").asDouble()).isBetween(0.012, 0.1);
        assertThat(lost.path("samples").asInt()).isEqualTo(20);
        assertThat(lost.path("method").asString())
                .isEqualTo("splitting, Student's t of its repetitions");
        assertThat(typed.json().path("brokenRun").asString()).contains(" run ");
    }

    /** No schedule of the repaired design breaks it, so that no profile makes it likely. */
    @Test
    void runsBranchOffInBothDesignsThatAreCompared() {
        Typed typed = Typed.line(RACE + "--compare original,repaired --split lost-wake-up");
        assertThat(typed.out()).contains("how likely it breaks, by splitting: original | repaired",
                "the levels of splitting: original", "Of repaired: none of the machine's");
        assertThat(typed.lines()).anyMatch(line -> line.matches(
                " +repaired +0 +0 % +0 % +0 %")).allMatch(line -> line.length() <= 100);
        Typed large = Typed.line(RACE + "--split lost-wake-up --window-states 100");
        assertThat(large.out().replace("\n", " ")).contains(
                "By splitting nothing is told: the machine has more than 100 states");
        assertThat(large.out()).doesNotContain("the levels of splitting");
    }

    private static JsonNode forced(Typed typed, String design) {
        for (JsonNode figure : typed.json().path("figures")) {
            if (figure.path("part").asString().equals("forced")
                    && figure.path("design").asString().equals(design)
                    && figure.path("quantity").asString().equals("lost-wake-up")) {
                return figure;
            }
        }
        throw new AssertionError("nothing forced of " + design + " in " + typed.out());
    }
}
