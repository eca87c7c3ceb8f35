package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.exitrace.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CompareTest {

    private static final String FAMILY = """
            format: 1
            family: parking
            title: What becomes of a SIPI that finds no hold
            about: KVM drops it today.
            sources: [made up]
            profile: amd-snp-genoa
            columns:
              dropped: {title: It is dropped}
              kept:
                title: It is kept for the next hold
                switches: {sipi-hook: latched, hold-with-events: parks-for-init}
                without: {second: nobody asked}
            scenarios:
              boot: {title: OVMF starts an AP, entry: ap-boot/lost-wake-up}
              second: {title: the same again, entry: ap-boot/lost-wake-up}
            rows:
              - {group: Each comes back, properties: [lost-wake-up, all-rounds-done]}
            crossings: {costs: [vmentry]}
            measured:
              boot: {title: from first to last, scenario: boot, runs: 20}
            """;

    /** Takes far longer to search than any test waits. */
    private static final String ENDLESS =
            "machine: {kind: ap-boot, story: power-on, aps: 4, rounds: 3, nmis: 3}";

    @TempDir private Path folder;

    private String saved(String text) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), text).toString();
    }

    @Test
    void showsPropertiesDownAndDesignsAcross() throws IOException {
        Typed typed = Typed.words("compare", saved(FAMILY));

        assertThat(typed.status()).isZero();
        assertThat(typed.lines()).contains("                   dropped    kept",
                "  lost-wake-up     BROKEN[1]  verified*",
                "  all-rounds-done  reached    reached*",
                "  boot    1,907     1,158", "  second  1,907     -",
                "  second does not apply to kept: nobody asked",
                "4 cells: 3 verified, 1 broken, 0 unknown, 0 not applicable");
        assertThat(typed.lines()).filteredOn(line -> !line.contains(folder.toString()))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void marksWhatHoldsWhereAMachineNeverGetsToItsEnd() throws IOException {
        Typed typed = Typed.words("compare", saved("""
                format: 1
                family: waiting
                title: Who hears a timer
                about: A poll does not.
                sources: [made up]
                columns:
                  a0: {title: One vCPU}
                  a1: {title: A vCPU for each VTL, switches: {vtl-host: vcpu-per-vtl}}
                scenarios:
                  slot: {title: a full slot, entry: vtl/busy-slot}
                rows:
                  - {group: Messages, properties: [I-54, script-vp0-vtl0-through]}
                """));

        assertThat(typed.status()).isZero();
        assertThat(typed.lines()).contains("  I-54                     verified  verified^",
                "  script-vp0-vtl0-through  reached   UNREACHED",
                "  slot in a1 never gets to: vp0-vtl0: its script gets through its last expected"
                        + " result");
        assertThat(typed.out()).contains("^ holds as far as the machine gets");
    }

    @Test
    void repeatsEachScheduleByItsLine() throws IOException {
        JsonNode schedule = Typed.words("compare", saved(FAMILY), "--json").json()
                .path("schedules").get(0);
        Typed replayed = Typed.line(schedule.path("repeat").asString());

        assertThat(replayed.out()).contains("BROKEN at " + schedule.path("steps").size()
                + "  at rest: no AP stays parked that was sent an INIT");
    }

    @Test
    void writesTheSameForAnyNumberOfThreads() throws IOException {
        String family = saved(FAMILY);

        assertThat(Typed.words("compare", family, "--json", "--threads", "1").out())
                .isEqualTo(Typed.words("compare", family, "--json", "--threads", "5").out());
    }

    @Test
    void givesNoVerdictWhereABoundStopsTheSearch() throws IOException {
        Typed typed = Typed.words("compare", saved(FAMILY), "--states", "100");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.lines()).contains("  lost-wake-up     unknown   unknown",
                "Distinct states of each search, breadth-first, at most 100 states, any depth;"
                        + " > where it was not exhaustive");
        assertThat(typed.lastLine()).endsWith("own.yaml --states 100");
    }

    @Test
    void tellsWhatIsOverWhenItIsInterrupted() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        String second = "second: {title: the same again, entry: ap-boot/lost-wake-up}";
        Typed typed = Typed.words(() -> asked.incrementAndGet() > 2_000, Terminal.NONE, "compare",
                saved(FAMILY.replace(second, "second: {title: long, " + ENDLESS + "}")),
                "--json", "--threads", "1");

        assertThat(typed.status()).isEqualTo(130);
        assertThat(typed.json().path("status").asInt()).isEqualTo(130);
        assertThat(typed.json().path("searches").get(0).path("exhaustive").asBoolean()).isTrue();
        assertThat(typed.json().path("searches").get(2).path("exhaustive").asBoolean()).isFalse();
        assertThat(typed.json().path("measured").get(0).path("why").asString())
                .isEqualTo("not begun");
    }

    @Test
    void namesWhatWasNotBegunTogether() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Typed typed = Typed.words(() -> asked.incrementAndGet() > 3, Terminal.NONE, "compare",
                saved(FAMILY.replace("without: {second: nobody asked}", "")), "--threads", "1");

        assertThat(typed.status()).isEqualTo(130);
        assertThat(typed.lines()).contains(
                "  stopped when 1 of 4 searches were begun; not begun: second; boot in kept");
    }

    @Test
    void stopsAfterSoManySeconds() throws IOException {
        Typed typed = Typed.words("compare", saved(FAMILY.replace("entry: ap-boot/lost-wake-up}",
                ENDLESS + "}")), "--seconds", "1", "--design", "dropped");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("boot in dropped: interrupted, breadth-first");
    }

    @Test
    void comparesTheDesignsThatAreNamedAlone() throws IOException {
        Typed typed = Typed.words("compare", saved(FAMILY), "--design", "kept");

        assertThat(typed.out()).doesNotContain("dropped");
        assertThat(typed.out()).contains("2 cells: 2 verified");
        assertThat(Typed.words("compare", saved(FAMILY), "--design", "keept").err())
                .contains("family 'parking' has no design 'keept'; did you mean 'kept'?");
    }

    @Test
    void savesAPageWithTheSchedules() throws IOException {
        Path page = folder.resolve("parking.html");
        Typed typed = Typed.words("compare", saved(FAMILY), "--html", page.toString());

        assertThat(typed.status()).isZero();
        assertThat(Files.readString(page)).contains("href=\"#schedule-1\"", "id=\"run-1\"");
    }

    @Test
    void refusesAFamilyWithItsLineBeforeItSavesAnything() throws IOException {
        Path page = folder.resolve("parking.html");
        Typed typed = Typed.words("compare", saved(FAMILY.replace("sipi-hook", "sipi-hok")),
                "--html", page.toString());

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("own.yaml:11:16: there is no switch of a machine here"
                + " 'sipi-hok'; did you mean 'sipi-hook'?");
        assertThat(page).doesNotExist();
        assertThat(Typed.line("compare nothing").err())
                .contains("there is no family of designs 'nothing'");
    }

    @Test
    void takesAScenarioOfAFamilyWhereverAScenarioIsNamed() throws IOException {
        assertThat(Typed.words("explore", saved(FAMILY) + ":boot", "--design", "kept").status())
                .isZero();
        assertThat(Typed.line("explore compare/ap-boot/power-on --design repaired").status())
                .isZero();
        assertThat(Typed.line("show compare/ap-boot/nmy").err())
                .contains("family 'ap-boot' has no scenario 'nmy'; did you mean 'nmi'?");
    }

    @Test
    void listsFamiliesBesideScenariosAndTables() {
        assertThat(Typed.line("list compare").out()).contains("compare/ap-boot\n",
                "0 scenarios, ").doesNotContain("conformance");
        assertThat(Typed.line("list ap-boot/kexec").out()).doesNotContain("compare/");
        assertThat(Typed.line("list").lines()).contains("compare/live-migration");
    }
}
