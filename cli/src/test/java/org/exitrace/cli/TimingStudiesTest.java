package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exitrace.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Timed runs of two designs, or over a range of one cost. */
class TimingStudiesTest {

    private static final String RACE = "time ap-boot/two-aps-serial --runs 300 --seed 1 ";

    @TempDir private Path folder;

    @Test
    void holdsTwoDesignsAgainstEachOtherRunByRun() {
        Typed typed = Typed.line(RACE + "--compare original,repaired --precision 0.5%");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("compared      original | repaired",
                "differ in     sipi-hook=hold-type | latched",
                "end of the run, ns: original | repaired",
                "repaired less original", "mean, paired, where neither broke", "runs for 0.5%",
                "how often properties broke: original | repaired",
                "S-13, X-3, L7, lost-wake-up, deadlock",
                "where time went, by cost: busy, a run", "where steps waited: repaired",
                "exits, from each to the same actor's next entry: original");
        assertThat(typed.lines()).allSatisfy(
                line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    /** What is told of one design in a comparison is what its own command tells. */
    @Test
    void repeatsEachDesignByItsOwnCommand() {
        Typed compared = Typed.line(RACE + "--compare original,repaired --json");
        Typed alone = Typed.line(RACE + "--design repaired --machine rounds=1 --json");
        JsonNode median = figure(compared, "repaired", "end of the run, p50");
        assertThat(alone.json().path("measures").path(0).path("percentiles").path(2).path("ns"))
                .isEqualTo(median.path("value"));
        assertThat(Typed.line(RACE + "--compare original,repaired").out().replace("\\\n", ""))
                .contains("./exitrace time ap-boot/two-aps-serial --design repaired"
                        + " --machine rounds=1 --runs 300 --seed 1 --profile amd-snp-genoa\n");
    }

    /** The repaired design is searched in two rounds, which are not what the repair costs. */
    @Test
    void holdsTwoDesignsAgainstEachOtherOnOneMachine() {
        Typed typed = Typed.line(RACE + "--compare original,repaired --json");
        JsonNode difference = figure(typed, "", "mean, paired, where neither broke");
        assertThat(Math.abs(difference.path("value").asLong())).isLessThan(1_000_000);
        assertThat(Typed.line(RACE + "--compare original,repaired").out())
                .contains("set aside     rounds=2 of repaired");
    }

    /** No run showed it: what was to break stands there with the bound that runs give. */
    @Test
    void aComparisonTellsOfWhatWasToBreakAndDidNot() {
        Typed typed = Typed.line("time ap-boot/lost-wake-up --runs 20 --seed 1"
                + " --compare original,repaired --json");
        JsonNode lost = figure(typed, "original", "lost-wake-up");
        assertThat(lost.path("value").asDouble()).isZero();
        assertThat(lost.path("high").asDouble()).isBetween(0.1, 0.2);
    }

    /** Where the first always breaks, nothing tells a price, and the page does not hide that. */
    @Test
    void saysWhereNoPairOfRunsIsLeftInWhichNeitherBroke() {
        String line = "time vtl/interrupt-for-vtl1 --runs 20 --profile intel-vmx --compare ";
        assertThat(Typed.line(line + "a5-unkicked,a5").out().replace('\n', ' '))
                .contains("There is no run in which neither design broke anything, so that nothing"
                        + " tells what a5 costs where a5-unkicked works");
        assertThat(Typed.line(line + "a0,a5").out()).doesNotContain("neither");
    }

    /** The race that is named to whoever calibrates an Intel host: a bug that is not certain. */
    @Test
    void theRaceNamedForIntelHostsBreaksSometimesAndNotAlways() {
        Typed typed = Typed.line("time " + MakeOfHost.INTEL.race() + " --runs 60 --profile "
                + MakeOfHost.INTEL.profile() + " --json");
        assertThat(figure(typed, "silently", "I-54").path("value").asDouble())
                .isBetween(0.5, 0.98);
        assertThat(figure(typed, "", "mean, paired, where neither broke").path("samples").asInt())
                .isPositive();
    }

    @Test
    void aStudyOfSeveralDesignsNamesWhatWasChangedOfEach() {
        for (String study : List.of("--compare original,repaired", "--each-design")) {
            Typed typed = Typed.line(RACE + study + " --machine rounds=2 --set sipi-hook=latched"
                    + " --json");
            String repeat = typed.json().path("repeat").asString();
            assertThat(repeat).endsWith(" --set sipi-hook=latched --machine rounds=2");
            assertThat(Typed.line(repeat.substring("./exitrace ".length()) + " --json").out())
                    .isEqualTo(typed.out());
        }
    }

    @Test
    void tellsTheSameInAnyNumberOfThreads() {
        for (String study : List.of("--compare original,repaired --json",
                "--sweep kvm.wake=1us..1ms --points 3 --json")) {
            assertThat(Typed.line(RACE + study + " --threads 3").out())
                    .isEqualTo(Typed.line(RACE + study + " --threads 1").out());
        }
    }

    @Test
    void comparesTwoValuesOfASwitch() {
        Typed typed = Typed.line(RACE + "--compare sipi-hook=hold-type,register-writes --json");
        assertThat(typed.status()).isZero();
        assertThat(figure(typed, "hold-type", "end of the run, p50").path("samples").asInt())
                .isEqualTo(300);
        assertThat(typed.json().path("repeat").asString())
                .endsWith("--compare sipi-hook=hold-type,register-writes");
    }

    /** The same designs under other chance: no row claims that they were paired. */
    @Test
    void saysWhereTheTwoMetDifferentChance() {
        Typed typed = Typed.line(RACE + "--compare original,repaired --unpaired");
        assertThat(typed.out()).contains("mean, not paired", "The two met different chance.")
                .doesNotContain("mean, paired", "correlation");
        assertThat(typed.lines().stream().filter(line -> line.contains("--design repaired")))
                .hasSize(1).noneMatch(line -> line.contains("--seed 1 "));
    }

    @Test
    void walksOneCostOverARange() {
        Typed typed = Typed.line(RACE + "--sweep ovmf.ap-function=1us..100us --points 3 --json");
        List<String> at = new ArrayList<>();
        List<Long> medians = new ArrayList<>();
        for (JsonNode figure : typed.json().path("figures")) {
            if (figure.path("quantity").asString().equals("end of the run, p50")) {
                at.add(figure.path("at").asString());
                medians.add(figure.path("value").asLong());
            }
        }
        assertThat(at).containsExactly("1us", "10us", "100us");
        assertThat(medians).isSorted().doesNotHaveDuplicates();
        Typed point = Typed.line(RACE + "--cost ovmf.ap-function=10us --json");
        assertThat(point.json().path("measures").path(0).path("percentiles").path(2).path("ns")
                .asLong()).isEqualTo(medians.get(1));
        assertThat(point.json().path("repeat").asString())
                .endsWith("--profile amd-snp-genoa --cost ovmf.ap-function=10us");
    }

    @Test
    void walksAFactorOfADistribution() {
        Typed typed = Typed.line(RACE + "--sweep kvm.wake=0.5x..2x --points 4");
        assertThat(typed.out()).contains("\n0.5x ", "\n1x ", "\n1.5x ", "\n2x ");
        String one = Typed.line(RACE + "--cost kvm.wake=1x --json").json().path("measures")
                .toString();
        assertThat(one).isEqualTo(Typed.line(RACE + "--json").json().path("measures").toString());
    }

    @Test
    void savesAStudyAsTheNamesOfTheFilesEnd() throws IOException {
        for (String study : List.of("", "--compare original,repaired ",
                "--sweep kvm.wake=1us..1ms --points 2 ")) {
            Path page = folder.resolve("t.html");
            Path table = folder.resolve("t.csv");
            Path document = folder.resolve("t.json");
            Path log = folder.resolve("t.hlog");
            Typed typed = Typed.line(RACE + study + "--json --html " + page + " --out " + table
                    + " --out " + document + " --out " + log);
            assertThat(page).content().startsWith("<!DOCTYPE html>").contains("<svg",
                    "Costs that are assumed, or of another machine", "nobody measured it");
            assertThat(table).content().startsWith("part,design,at,quantity,unit,samples,value,")
                    .contains("end of the run, p50\",ns,300,");
            assertThat(document).hasContent(typed.out());
            assertThat(log).content().contains("[Histogram log format version 1.3]",
                    "Tag=end-of-the-run");
            for (Path file : List.of(page, table, document, log)) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--compare original,repaired", "--sweep kvm.wake=1us..1ms"})
    void keepsWhatItHasWhenItIsInterrupted(String study) {
        Path table = folder.resolve("t.csv");
        int[] asked = {0};
        String[] words = Stream.of((RACE + "--runs 100000 --threads 1 " + study + " --out " + table)
                .replace("--runs 300 ", "").split(" ")).toArray(String[]::new);
        Typed typed = Typed.words(() -> ++asked[0] > 500, Terminal.NONE, words);
        assertThat(typed.status()).isEqualTo(130);
        assertThat(typed.out()).contains("repeat");
        assertThat(table).content().startsWith("part,");
    }

    @Test
    void printsExitsInTheColumnsOfPerfKvmStat() {
        Typed typed = Typed.line(RACE);
        assertThat(typed.out().replaceAll(" +", " ")).contains(
                "\nVM-EXIT Samples Samples% Time% Min Time Max Time Avg time\n");
        assertThat(typed.lines()).anyMatch(line -> line.matches(
                "vmgexit +\\d+ +100.00% +100.00% +[\\d.]+us"
                        + " +[\\d.]+us +[\\d.]+us \\( \\+- *[\\d.]+% \\)"));
        assertThat(typed.lines()).anyMatch(line -> line.matches(
                "-VMGEXIT_AP_RESET_HOLD +\\d+ +[\\d.]+% +[\\d.]+% +[\\d.]+us"
                        + " +[\\d.]+us +[\\d.]+us \\( \\+- *[\\d.]+% \\)"));
        assertThat(typed.out()).containsPattern(
                "Total Samples:\\d+, Total events handled time:[\\d.]+us[.]");
    }

    @Test
    void exitsThatNoEntryFollowedAreCounted() {
        Typed typed = Typed.line(RACE);
        Matcher told = Pattern.compile("Total Samples:(\\d+),.*\nLeft out: ([\\d,]+) of ([\\d,]+)"
                + " exits, which no entry").matcher(typed.out());
        assertThat(told.find()).isTrue();
        assertThat(number(told, 1) + number(told, 2)).isEqualTo(number(told, 3));
        assertThat(Typed.line(RACE + "--json").json().path("spent").path("exits").asInt())
                .isEqualTo(number(told, 3));
    }

    /** As perf has them and by step, with more than a mean. */
    @Test
    void tellsProgramsHowLongExitsWere() throws IOException {
        Path table = folder.resolve("exits.csv");
        JsonNode exits = Typed.line(RACE + "--json --out " + table).json().path("exits");
        assertThat(exits).allSatisfy(exit -> {
            assertThat(exit.path("reason").asString()).isEqualTo("vmgexit");
            assertThat(exit.path("leastNs").asLong()).isPositive()
                    .isLessThanOrEqualTo(exit.path("mostNs").asLong());
        });
        assertThat(table).content().contains("exits,,,\"vmgexit, least\",ns,",
                "\"vmgexit, VMGEXIT AP_RESET_HOLD, most\",ns,");
    }

    /** What decided, of both designs, and what was set aside, stand where programs look. */
    @Test
    void tellsProgramsOfBothDesignsWhatDecided() throws IOException {
        Path table = folder.resolve("both.csv");
        String study = RACE + "--compare original,repaired ";
        JsonNode both = Typed.line(study + "--json --out " + table).json();
        assertThat(both.path("setAside").path(0).path("machine").asString())
                .isEqualTo("rounds=2");
        assertThat(both.path("window").path(0).path("design").asString()).isEqualTo("original");
        assertThat(both.path("window").path(0).path("critical").propertyNames())
                .containsExactly("bsp __apic_accept_irq(INIT): kvm_make_request(KVM_REQ_EVENT)");
        assertThat(table).content().contains("lost-wake-up: seals it: bsp __apic_accept_irq(INIT)");
        JsonNode large = Typed.line(study + "--json --window-states 2000 --out " + table).json();
        assertThat(large.path("critical").path(0).path("decided").asBoolean()).isTrue();
        assertThat(table).content().contains("critical,original,");
        assertThat(Typed.line(RACE + "--each-design --json").json().path("setAside").path(0)
                .path("design").asString()).isEqualTo("repaired");
    }

    /** A design whose switches were set has no name with a star; what was set stands there. */
    @Test
    void aSweepNamesWhatWasChanged() {
        assertThat(Typed.line(RACE + "--set sipi-hook=latched --sweep kvm.wake=1us..1ms --points 2")
                .out()).contains("\ndesign        original\n",
                "\nchanged       in it: --set sipi-hook=latched\n");
    }

    private static int number(Matcher told, int group) {
        return Integer.parseInt(told.group(group).replace(",", ""));
    }

    /** The AP looks whether somebody asks for it; INIT asks too late. */
    @Test
    void namesTheStepsThatOpenTheRaceWindowAndSealIt() {
        Typed typed = Typed.line(RACE);
        assertThat(typed.out()).contains("the race window, ns\n", "which steps decide\n");
        JsonNode race = Typed.line(RACE + "--json").json().path("window").path(0);
        assertThat(race.path("property").asString()).isEqualTo("L7");
        assertThat(race.path("lost").asInt()).isPositive();
        assertThat(race.path("opens").propertyNames())
                .containsExactly("ap1 vcpu_enter_guest: KVM_REQ_EVENT?");
        assertThat(race.path("critical").propertyNames()).containsExactly(
                "bsp __apic_accept_irq(INIT): kvm_make_request(KVM_REQ_EVENT)");
        assertThat(Typed.line(RACE + "--compare original,repaired").out())
                .contains("the race window, ns: original");
    }

    /** L2 is owed: that an AP which was woken for nothing holds again, or is released. */
    @Test
    void tellsTheWindowOfWhatIsOwed() {
        List<String> told = new ArrayList<>();
        Typed.line("time ap-boot/first-patch --runs 20 --json").json().path("window")
                .forEach(race -> told.add(race.path("property").asString()));
        assertThat(told).contains("L2", "deadlock");
    }

    @Test
    void tellsNoWindowOfAMachineWithMoreStatesThanItMayLookAt() {
        Typed typed = Typed.line(RACE + "--window-states 100");
        assertThat(typed.out()).contains("The race window is not told: the machine has more than"
                + " 100 states", "the critical step of one run\n", "bsp __apic_accept_irq(INIT):")
                .doesNotContain(
                "which steps decide");
        assertThat(typed.lines()).anyMatch(line -> line.matches(
                ".*lost-wake-up.* +\\d+ +#\\d+ +no: of \\d+ .*"));
        assertThat(Typed.line(RACE + "--window-states 2000").lines()).anyMatch(line -> line.matches(
                ".*lost-wake-up.* +\\d+ +#\\d+ +yes .*"));
        assertThat(typed.out().replace("\\\n", "").lines()
                .filter(line -> line.startsWith("./exitrace time"))).isNotEmpty()
                .allMatch(line -> line.contains("--window-states 100"));
        assertThat(Typed.line(RACE + "--design repaired").out()).doesNotContain("race window");
    }

    private static JsonNode figure(Typed typed, String design, String quantity) {
        for (JsonNode figure : typed.json().path("figures")) {
            if (figure.path("design").asString().equals(design)
                    && figure.path("quantity").asString().equals(quantity)) {
                return figure;
            }
        }
        throw new AssertionError("no " + quantity + " of " + design + " in " + typed.out());
    }
}
