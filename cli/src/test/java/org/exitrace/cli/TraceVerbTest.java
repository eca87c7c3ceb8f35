package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.exitrace.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Traces of real hosts, on one that is made up and small. */
class TraceVerbTest {

    private static final String SAMPLE = "../examples/traces/snp-guest.txt";
    private static final String EXIT = " a-7 [000] 1.000001: kvm_exit: reason CPUID rip 0x1"
            + " info 0 0\n";
    private static final String ENTRY = " a-7 [000] 1.000004: kvm_entry: vcpu 0\n";

    @TempDir private Path folder;

    @Test
    void tellsWhatIsInATrace() {
        Typed typed = Typed.words("trace", "stat", SAMPLE);
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("lines         442, of them 440 events of KVM, 1 heading",
                "host          AMD (SVM)", "at least 3 events at 1 place;",
                "1 (CPU 1/KVM 4202): 26 exits, 27 entries");
        assertThat(typed.lines()).anyMatch(line ->
                line.matches("vmgexit cpuid +38 +34.2 % +handled +3\\d +3 us +\\S+ us .*"));
        assertThat(typed.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void acceptsATraceThatTheLoopOfKvmRunCanMake() {
        Typed typed = Typed.words("trace", "check", SAMPLE);

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("accepted: all 442 lines",
                "18 x kvm_vcpu_halt: begins to wait");
        assertThat(typed.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void rejectsAnExitBehindAnExitAndTellsWhatWasPossible() {
        String file = file("t.txt", ENTRY + EXIT + EXIT + ENTRY);
        Typed typed = Typed.words("trace", "check", file);
        JsonNode rejection = Typed.words("trace", "check", file, "--json").json().get("rejection");

        assertThat(typed.status()).isEqualTo(ExitStatus.FAILS.code());
        assertThat(typed.out()).contains("line 3 does not fit, lines 1 to 2 do",
                "possible      kvm_entry; ", "line 2        kvm_exit", "--recorded");
        assertThat(rejection.get("line").intValue()).isEqualTo(3);
        assertThat(rejection.get("before").size()).isEqualTo(2);
        assertThat(Typed.words("trace", "check", file, "--recorded", "kvm_exit").status())
                .isZero();
    }

    @Test
    void refusesATracepointThatKvmHasNot() {
        Typed typed = Typed.words("trace", "check", SAMPLE, "--recorded", "kvm_enter");

        assertThat(typed.status()).isEqualTo(ExitStatus.UNUSABLE.code());
        assertThat(typed.err()).contains("no tracepoint of KVM is named 'kvm_enter'");
    }

    @Test
    void countsDamageAndReadsTheRest() {
        Typed typed = Typed.words("trace", "stat", file("t.txt", """
                nonsense
                 a-7 [001] 2.000000: kvm_fpu: load
                 a-7 [000] 1.500000: kvm_fpu: load
                """ + EXIT + ENTRY + "CPU:3 [LOST EVENTS]\n"));
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("damaged       1 line:",
                "line 1: no time such as 123.456789: stands before the event: nonsense",
                "the kernel lost events at 1 place;",
                "clock         goes backwards on one CPU at 1 place, first in line 4",
                "stand in front of earlier ones at 1 place, first in line 3");
        assertThat(typed.out()).contains("CPUID", "3 us");
    }

    @Test
    void readsStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(
                (EXIT + ENTRY).getBytes(StandardCharsets.US_ASCII)));
        try {
            JsonNode document = Typed.line("trace stat - --json").json();
            assertThat(document.path("trace").path("name").asString()).isEqualTo("standard input");
            assertThat(document.path("trace").path("known").asInt()).isEqualTo(2);
            assertThat(document.path("exits").get(0).path("handled").path("p99Ns").asLong())
                    .isEqualTo(3_000);
            assertThat(document.path("exits").get(0).path("user").isNull()).isTrue();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void tellsWhatItHasReadWhenInterrupted() {
        String trace = file("t.txt", (EXIT + ENTRY).repeat(10_000));
        Typed typed = Typed.words(() -> true, Terminal.NONE, "trace", "stat", trace);
        assertThat(typed.status()).isEqualTo(130);
        assertThat(typed.out()).contains("lines         8,192, of them 8,192 events of KVM");
    }

    @Test
    void anAcceptedTraceNamesItsDamagedLines() {
        String trace = file("t.txt", " a-1 [000] 1.000000: kvm_fpu: load\nkvm\n");
        assertThat(Typed.words("trace", "check", trace).out())
                .contains("accepted: 1 of 2 lines are a behaviour", "; damaged: 1");
    }

    @Test
    void linesThatNobodyLookedAtAreNotAccepted() {
        String trace = file("t.txt", EXIT + ENTRY + EXIT);
        assertThat(Typed.words("trace", "check", trace, "--recorded", "kvm_exit").out())
                .contains("accepted: 2 of 3 lines", "--recorded does\nnot name: 1\n");
        assertThat(Typed.words("trace", "check", trace, "--recorded", "kvm_exit", "--json").json()
                .path("acceptedLines").asInt()).isEqualTo(2);
    }

    @Test
    void aTraceBecomesAProfileUnderWhichARaceRuns() {
        Path profile = folder.resolve("my-own.yaml");
        Typed typed = Typed.words("trace", "calibrate", SAMPLE, "--onto", "amd-snp-genoa",
                "--platform", "a made-up host", "--out", profile.toString());
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("vmexit.ghcb", "exit.npf", "with all other figures of"
                + " amd-snp-genoa");
        assertThat(typed.out().replace('\n', ' ')).contains("./exitrace time"
                + " ap-boot/two-aps-serial --compare original,repaired --profile " + profile);

        Typed shown = Typed.words("profile", "show", profile.toString());
        assertThat(shown.status()).isZero();
        assertThat(shown.out()).contains("my-own", "a made-up host",
                "low confidence: trace snp-guest.txt, 7 samples", "that of profile amd-snp-genoa");
        assertThat(Typed.words("time", "ap-boot/lost-wake-up-in-hotplug", "--runs", "300",
                "--profile", profile.toString()).out()).contains("profile       my-own");
    }

    @Test
    void savesNothingUnlessAsked() {
        Typed typed = Typed.words("trace", "calibrate", file("t.txt", EXIT + ENTRY), "--json");
        assertThat(typed.status()).isZero();
        assertThat(typed.json().path("profile").asString()).startsWith("format: 1\nprofile: t\n")
                .contains("  vmexit.plain:\n    constant: 3000\n");
        assertThat(typed.json().path("costs").get(0).path("latency").path("samples").asInt())
                .isEqualTo(1);
        assertThat(folder.toFile().list()).containsExactly("t.txt");
    }

    @Test
    void figuresOfTwoMakesInOneProfileAreWarnedOf() {
        String trace = file("t.txt", EXIT + ENTRY);
        Path profile = folder.resolve("mine.yaml");
        Typed typed = Typed.words("trace", "calibrate", trace, "--onto", "amd-snp-genoa",
                "--out", profile.toString());
        assertThat(typed.out().replaceAll("\\s+", " ")).contains("warning the trace is of Intel"
                + " (VMX) and profile amd-snp-genoa of AMD (SVM)", "--onto intel-vmx");
        assertThat(Typed.words("profile", "show", profile.toString()).out()
                .replaceAll("\\s+", " ")).contains("Warning: the trace is of Intel (VMX)");
        assertThat(Typed.words("trace", "calibrate", trace, "--onto", "amd-snp-genoa", "--json")
                .json().path("warning").asString()).startsWith("the trace is of Intel");
        assertThat(Typed.words("trace", "calibrate", trace, "--out", profile.toString()).out())
                .contains("--onto intel-vmx takes");
        typed = Typed.words("trace", "calibrate", trace, "--onto", "intel-vmx", "--out",
                profile.toString());
        assertThat(typed.out()).doesNotContain("warning").contains("exitrace time vtl/");
    }

    @Test
    void aCostThatIsNotTrustedIsNamedWithItsReason() {
        Typed typed = Typed.words("trace", "calibrate", file("t.txt", EXIT + ENTRY));
        assertThat(typed.out().replaceAll("\\s+", " ")).contains("doubted all of them: half of the"
                + " samples are less than 10 steps of the trace's clock");
    }

    @Test
    void refusesATraceThatTellsNoLatency() {
        refuses("none of its 1 exits is followed by a kvm_entry of the same vCPU",
                "trace", "calibrate", file("t.txt", EXIT));
    }

    @Test
    void refusesWhatIsNoTraceOfAnX86Host() {
        refuses("line 1: kvm_guest_fault is what KVM says on arm64; only traces of x86",
                "trace", "stat", file("a.txt", " 1.000000: kvm_guest_fault: ipa 0x1\n"));
        refuses("this is no text but the binary file of perf",
                "trace", "stat", file("b.txt", "PERFILE2\n"));
        refuses("no line of it is an event of a trace (line 1: no time",
                "trace", "stat", file("c.txt", "hello\n"));
        refuses("no line of it is an event of a trace; give",
                "trace", "stat", file("d.txt", ""));
        refuses("there is no such file; check the name", "trace", "stat", "nowhere.txt");
        refuses("it is a folder, not a file", "trace", "stat", folder.toString());
    }

    @Test
    void refusesWhatCannotBeDone() {
        refuses("'trace' has no action 'stats'; did you mean 'stat'?", "trace", "stats", SAMPLE);
        refuses("it is ./exitrace trace ACTION FILE", "trace", "stat");
        refuses("'trace stat' makes no profile; leave out --out", "trace", "stat", SAMPLE,
                "--out", "x.yaml");
        refuses("'trace stat' makes no profile; leave out --onto", "trace", "stat", SAMPLE,
                "--onto", "x.yaml");
        refuses("'--out' is a file whose name ends in .yaml, not 'x.json'", "trace", "calibrate",
                SAMPLE, "--out", "x.json");
        refuses("its folder does not exist; make it first", "trace", "calibrate", SAMPLE,
                "--out", "/no/where/x.yaml");
        refuses("there is no timing profile 'nope'", "trace", "calibrate", SAMPLE,
                "--onto", "nope");
    }

    private static void refuses(String sentence, String... words) {
        Typed typed = Typed.words(words);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err().lines()).singleElement().asString()
                .startsWith("exitrace: ").contains(sentence);
    }

    private String file(String name, String text) {
        return OwnScenario.in(folder, name, text).toString();
    }
}
