package org.exitrace.scenarios.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.profile.ProfileFile;
import org.exitrace.scenarios.profile.ProfileReader;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.measure.ExitLatencies;
import org.exitrace.traces.read.TraceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {

    private final StringBuilder trace = new StringBuilder();
    private int us;

    @TempDir private Path folder;

    @Test
    void exitsThatKvmAnswersAtOnceArePlain() throws IOException {
        exit("cpuid", "", 3);
        exit("msr", "", 5);
        exit("npf", "", 90);
        exit("hlt", "", 4000);

        assertThat(costs()).extracting(CalibratedCost::key)
                .containsExactly("vmexit.plain", "exit.cpuid", "exit.msr", "exit.npf");
        CalibratedCost plain = costs().get(0);
        assertThat(plain.form()).startsWith("quantiles: {0: 3000, 1: 3000, ")
                .endsWith("99.9: 5000, 100: 5000}");
        assertThat(plain.conditions()).contains("cpuid (1), msr (1);",
                "the world switches before and behind are not in it", "steps of 1000 ns");
        assertThat(costs().get(3).form()).isEqualTo("constant: 90000");
    }

    @Test
    void spellingsOfOneReasonAreOneCost() throws IOException {
        exit("cpuid", "", 3);
        exit("EXIT_CPUID", "", 5);

        assertThat(costs()).extracting(CalibratedCost::key)
                .containsExactly("vmexit.plain", "exit.cpuid");
        assertThat(costs().get(1).latencies().samples()).isEqualTo(2);
    }

    @Test
    void requestsByGhcbThatTheFirmwareOrAnotherVcpuAnswersAreNotPlain() throws IOException {
        exit("vmgexit", "kvm_vmgexit_enter: vcpu 0, exit_reason 72, exit_info1 0, exit_info2 0", 3);
        exit("vmgexit", "kvm_vmgexit_enter: vcpu 0, exit_reason 80000011, exit_info1 0,"
                + " exit_info2 0", 8000);
        exit("vmgexit", "kvm_vmgexit_msr_protocol_enter: vcpu 0, ghcb_gpa 0000000000000014", 4);
        exit("vmgexit", "kvm_vmgexit_msr_protocol_enter: vcpu 0, ghcb_gpa 0000000000000006", 5);

        assertThat(costs()).extracting(CalibratedCost::key).containsExactly("vmexit.ghcb",
                "exit.vmgexit-cpuid", "exit.vmgexit-guest-request",
                "exit.vmgexit-msr-protocol-014");
        assertThat(costs().get(0).latencies().samples()).isEqualTo(2);
    }

    @Test
    void whatIsOutsideTheKernelIsTheVmms() throws IOException {
        exit("EXIT_IOIO", "kvm_userspace_exit: reason KVM_EXIT_IO (2)", 40);

        assertThat(costs()).extracting(CalibratedCost::key).containsExactly("vmm.exit-to-user");
        assertThat(costs().get(0).form()).isEqualTo("constant: 39000");
    }

    @Test
    void manySamplesAreTrustedMore() throws IOException {
        for (int i = 0; i < 999; i++) {
            exit(i < 99 ? "EXIT_CPUID" : "npf", "", 30);
        }
        assertThat(costs()).extracting(CalibratedCost::confidence)
                .containsExactly("low", "medium", "low");
        exit("npf", "", 30);
        exit("EXIT_CPUID", "", 30);
        assertThat(costs()).extracting(CalibratedCost::confidence)
                .containsExactly("medium", "medium", "medium");
        for (int i = 0; i < 99; i++) {
            exit("npf", "", 30);
        }
        assertThat(costs()).extracting(CalibratedCost::confidence)
                .containsExactly("medium", "high", "medium");
    }

    @Test
    void whatTheClockCannotTellIsNotTrusted() throws IOException {
        for (int i = 0; i < 1_200; i++) {
            exit("cpuid", "", 0);
        }
        CalibratedCost cost = costs().get(0);
        assertThat(cost.confidence()).isEqualTo("low");
        assertThat(cost.form()).isEqualTo("constant: 1000");
        assertThat(cost.conditions()).contains(
                "1200 took less than two steps of it, for which one step stands",
                "half of the samples are less than 10 steps of the trace's clock");
    }

    @Test
    void timesOutOfOrderAreNotTrustedHoweverMany() throws IOException {
        for (int i = 0; i < 1_200; i++) {
            exit("cpuid", "", 30);
        }
        assertThat(costs()).extracting(CalibratedCost::confidence).containsOnly("high");
        trace.append(" a-8 [001] 0.000001: kvm_fpu: load\n");
        assertThat(costs()).extracting(CalibratedCost::confidence).containsOnly("low");
        assertThat(costs().get(0).conditions()).contains("out of order at 1 place of the trace");
    }

    @Test
    void aProfileIsReadAsItWasMeasured() throws IOException {
        exit("cpuid", "", 3);
        exit("cpuid", "", 5);

        ProfileFile profile = read(CalibratedProfile.of(
                "my-host", "A host: with # and 'quotes'", "t.txt", costs()));

        assertThat(profile.name()).isEqualTo("my-host");
        assertThat(profile.platform()).isEqualTo("A host: with # and 'quotes'");
        assertThat(profile.costs().get(0).source()).isEqualTo("trace t.txt, 2 samples");
        assertThat(profile.times().duration("vmexit.plain").at(0)).isEqualTo(3_000);
        assertThat(profile.times().duration("vmexit.plain").at(Long.MAX_VALUE))
                .isBetween(4_990L, 5_000L);
    }

    @Test
    void whatTheTraceDoesNotTellComesFromAnotherProfileUnchanged() throws IOException {
        exit("cpuid", "", 3);
        for (String name : ProfileReader.KNOWN) {
            ProfileFile base = ProfileReader.named(name);

            ProfileFile made = read(CalibratedProfile.of("my-host", "A host", "t.txt", costs())
                    .completedBy(new Library().profileDocument(name)));

            assertThat(made.times().costs().keySet()).as(name)
                    .containsAll(base.times().costs().keySet());
            assertThat(made.cost("vmexit.plain")).map(ProfileFile.Trust::cpu).contains("");
            for (ProfileFile.Trust cost : base.costs()) {
                if (!cost.key().equals("vmexit.plain")) {
                    ProfileFile.Trust copy = made.cost(cost.key()).orElseThrow();
                    assertThat(copy.source()).isEqualTo(cost.source());
                    assertThat(copy.confidence()).isEqualTo(cost.confidence());
                    assertThat(copy.cpu()).isEqualTo(!cost.cpu().isEmpty()
                            || cost.confidence().equals(ProfileFile.Trust.ASSUMED)
                            ? cost.cpu() : "that of profile " + name);
                    assertThat(samples(made, cost.key())).isEqualTo(samples(base, cost.key()));
                }
            }
        }
    }

    @Test
    void aProfileIsNamedByItsFile() {
        assertThat(CalibratedProfile.nameOf("/a/b/My_Own.2.txt")).isEqualTo("my-own-2");
        assertThat(CalibratedProfile.nameOf("-")).isEqualTo("trace");
    }

    private static List<Long> samples(ProfileFile profile, String key) {
        RandomStream stream = RandomStream.named(1, "samples");
        List<Long> samples = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            samples.add(profile.times().duration(key).sample(stream));
        }
        return samples;
    }

    private ProfileFile read(CalibratedProfile profile) throws IOException {
        Path file = folder.resolve("p.yaml");
        Files.writeString(file, profile.toString());
        return new Library().profile(file.toString());
    }

    private List<CalibratedCost> costs() throws IOException {
        ExitLatencies latencies = new ExitLatencies();
        try (TraceReader reader = new TraceReader(new ByteArrayInputStream(
                trace.toString().getBytes(StandardCharsets.US_ASCII)))) {
            for (TraceItem item = reader.next(); item != null; item = reader.next()) {
                latencies.see(item);
            }
            return Calibration.of(latencies, reader.tally().outOfOrder().count());
        }
    }

    private void exit(String reason, String between, int lastsUs) {
        line(us, "kvm_exit: reason " + reason + " rip 0x0 info 0 0");
        if (!between.isEmpty()) {
            line(us + 1, between);
        }
        us += lastsUs;
        line(us, "kvm_entry: vcpu 0");
        us += 10;
    }

    private void line(int at, String event) {
        trace.append(String.format(" a-7 [000] %d.%06d: %s%n", at / 1_000_000, at % 1_000_000,
                event));
    }
}
