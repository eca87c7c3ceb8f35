package org.exitrace.traces.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exitrace.traces.Samples;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Tracepoints;
import org.exitrace.traces.line.TraceItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which time between an exit and an entry is whose, on lines that are as short as can be. */
class ExitLatenciesTest {

    private final List<String> lines = new ArrayList<>();

    @Test
    void anExitLastsToTheNextEntryOfItsVcpu() {
        at(10, "kvm_exit: reason CPUID rip 0x1 info 0 0");
        other(11, "kvm_entry: vcpu 1");
        at(14, "kvm_entry: vcpu 0");
        at(20, "kvm_entry: vcpu 0");

        assertThat(latency("CPUID", Ending.HANDLED)).containsExactly(4_000L);
        assertThat(measured().vendor()).isEqualTo(Vendor.INTEL);
        assertThat(measured().vcpus()).extracting(VcpuThread::tid, VcpuThread::vcpu,
                VcpuThread::exits, VcpuThread::entries).containsExactly(
                        tuple(7, 0, 1L, 2L),
                        tuple(8, 1, 0L, 1L));
    }

    @Test
    void timeInUserSpaceIsKeptApart() {
        at(10, "kvm_exit: reason IO_INSTRUCTION rip 0x1 info 0 0");
        at(12, "kvm_userspace_exit: reason KVM_EXIT_IO (2)");
        at(45, "kvm_entry: vcpu 0");

        assertThat(latency("IO_INSTRUCTION", Ending.USER)).containsExactly(35_000L);
        assertThat(latency("IO_INSTRUCTION", Ending.HANDLED)).isEmpty();
        assertThat(measured().outside().quantileNs(0)).isEqualTo(33_000);
        assertThat(measured().outside().samples()).isEqualTo(1);
    }

    @Test
    void sleepThatTheKernelTellsIsNoHandling() {
        at(10, "kvm_exit: reason HLT rip 0x1 info 0 0");
        at(900, "kvm_vcpu_wakeup: wait time 600000 ns, polling valid");
        at(950, "kvm_vcpu_wakeup: poll time 50500 ns, polling valid");
        at(1010, "kvm_entry: vcpu 0");

        assertThat(latency("HLT", Ending.HANDLED)).containsExactly(349_500L);
    }

    @Test
    void sleepThatRoundsToALittleMoreThanTheWholeIsNoClockGoneBack() {
        at(10, "kvm_exit: reason HLT rip 0x1 info 0 0");
        at(20, "kvm_vcpu_wakeup: wait time 11999 ns, polling valid");
        at(20, "kvm_entry: vcpu 0");
        at(30, "kvm_exit: reason HLT rip 0x1 info 0 0");
        at(40, "kvm_vcpu_wakeup: wait time 12000 ns, polling valid");
        at(40, "kvm_entry: vcpu 0");

        assertThat(latency("HLT", Ending.HANDLED)).containsExactly(0L);
        assertThat(measured().dropped()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HLT", "hlt", "idle-halt", "EXIT_HLT"})
    void aHaltOfWhichNoSleepIsToldIsNoHandling(String reason) {
        at(10, "kvm_exit: reason " + reason + " rip 0x1 info 0 0");
        at(5010, "kvm_entry: vcpu 0");

        assertThat(latency(reason, Ending.HALTED)).containsExactly(5_000_000L);
        assertThat(latency(reason, Ending.HANDLED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            72; vmgexit cpuid; HANDLED
            80000004; vmgexit ap_hlt_loop; HALTED
            8000beef; vmgexit 0x8000beef; HANDLED
            6; vmgexit msr-protocol 006; HALTED
            123456014; vmgexit msr-protocol 014; HANDLED
            """)
    void aRequestByGhcbIsNamedByWhatIsAskedFor(String asked, String reason, Ending ending) {
        at(10, "kvm_exit: reason vmgexit rip 0x0 info 0 0");
        at(11, (reason.contains("msr-protocol") ? Tracepoints.MSR_PROTOCOL_ENTER.draft()
                .with("ghcb_gpa", Long.parseLong(asked, 16)) : Tracepoints.VMGEXIT_ENTER.draft()
                .with("exit_reason", Long.parseLong(asked, 16))).body());
        at(13, "kvm_entry: vcpu 0");

        assertThat(latency(reason, ending)).containsExactly(3_000L);
        assertThat(measured().reasons()).extracting(ReasonFigures::reason).containsExactly(reason);
        assertThat(measured().vendor()).isEqualTo(Vendor.AMD);
    }

    @Test
    void anExitWithoutEntryIsCountedAndNotMeasured() {
        at(10, "kvm_exit: reason MSR_WRITE rip 0x1 info 0 0");
        at(20, "kvm_exit: reason MSR_WRITE rip 0x1 info 0 0");
        at(25, "kvm_entry: vcpu 0");
        at(30, "kvm_exit: reason MSR_WRITE rip 0x1 info 0 0");

        assertThat(latency("MSR_WRITE", Ending.HANDLED)).containsExactly(5_000L);
        assertThat(measured().unanswered()).isEqualTo(1);
        assertThat(measured().reasons().get(0).exits()).isEqualTo(3);
    }

    @Test
    void pairsOverLostEventsAreDropped() {
        at(10, "kvm_exit: reason CPUID rip 0x1 info 0 0");
        lines.add("CPU:5 [LOST 1 EVENTS]");
        at(20, "kvm_entry: vcpu 0");
        at(30, "kvm_exit: reason CPUID rip 0x1 info 0 0");
        at(31, "kvm_entry: vcpu 0");

        assertThat(latency("CPUID", Ending.HANDLED)).containsExactly(1_000L);
        assertThat(measured().dropped()).isEqualTo(1);
    }

    @Test
    void pairsOverAClockThatWentBackAreDropped() {
        at(10, "kvm_exit: reason CPUID rip 0x1 info 0 0");
        at(9, "kvm_entry: vcpu 0");

        assertThat(latency("CPUID", Ending.HANDLED)).isEmpty();
        assertThat(measured().dropped()).isEqualTo(1);
    }

    @Test
    void withoutThreadsTheNumberInTheTextTellsTheVcpu() {
        String tail = " info1 0x0000000000000000 info2 0x0000000000000000 intr_info 0x00000000"
                + " error_code 0x00000000";
        lines.add(" 1.000000: kvm_exit: vcpu 0 reason io rip 0x1" + tail);
        lines.add(" 1.000003: kvm_exit: vcpu 1 reason msr rip 0x1" + tail);
        lines.add(" 1.000004: kvm_entry: vcpu 1, rip 0x3");
        lines.add(" 1.000005: kvm_userspace_exit: reason KVM_EXIT_IO (2)");
        lines.add(" 1.000010: kvm_entry: vcpu 0, rip 0x3");

        assertThat(latency("msr", Ending.HANDLED)).containsExactly(1_000L);
        assertThat(latency("io", Ending.HANDLED)).containsExactly(10_000L);
        assertThat(measured().vcpus()).extracting(VcpuThread::vcpu).containsExactly(0, 1);
    }

    @Test
    void withoutThreadsAndNumbersAnEventIsOfTheVcpuSeenLastOnItsCpu() {
        lines.add("    [001] 1.000000: kvm_entry: vcpu 4");
        lines.add("    [002] 1.000000: kvm_entry: vcpu 5");
        lines.add("    [001] 1.000001: kvm_exit: reason HLT rip 0x1 info 0 0");
        lines.add("    [002] 1.000001: kvm_exit: reason CPUID rip 0x1 info 0 0");
        lines.add("    [001] 1.000101: kvm_vcpu_wakeup: wait time 90000 ns, polling valid");
        lines.add("    [001] 1.000102: kvm_entry: vcpu 4");

        assertThat(latency("HLT", Ending.HANDLED)).containsExactly(11_000L);
        assertThat(measured().vcpus()).extracting(VcpuThread::vcpu, VcpuThread::exits)
                .containsExactly(tuple(4, 1L),
                        tuple(5, 1L));
    }

    @Test
    void reasonsAreSortedByNumberThenName() {
        for (String reason : List.of("B", "A", "C", "C")) {
            at(10, "kvm_exit: reason " + reason + " rip 0x1 info 0 0");
        }
        assertThat(measured().reasons()).extracting(ReasonFigures::reason)
                .containsExactly("C", "A", "B");
    }

    @ParameterizedTest
    @CsvSource({"npf, AMD", "EXIT_NPF, AMD", "EPT_VIOLATION, INTEL", "0x403, UNKNOWN",
        "UNKNOWN (123), UNKNOWN"})
    void theNamesOfReasonsTellWhoseProcessorItWas(String reason, Vendor vendor) {
        at(10, "kvm_exit: reason " + reason + " rip 0x1 info 0 0");
        assertThat(measured().vendor()).isEqualTo(vendor);

        at(11, "kvm_exit: reason io rip 0x1 info 0 0");
        assertThat(measured().vendor())
                .isEqualTo(vendor == Vendor.UNKNOWN ? Vendor.AMD : vendor);
        assertThat(vendor.told()).isNotBlank();
    }

    @Test
    void noTraceHasSoManyReasonsAndVcpusThatTheyFillTheMemory() {
        for (int i = 0; i < 600; i++) {
            at(2 * i, "kvm_exit: reason R" + i + " rip 0x1 info 0 0");
            at(2 * i + 1, "kvm_entry: vcpu 0");
        }
        assertThat(measured().reasons()).hasSize(513);
        assertThat(measured().reasons().get(0).exits()).isEqualTo(88);
        assertThat(measured().reasons().get(0).reason()).isEqualTo("(other reasons)");
        for (int i = 0; i < Vcpus.MOST + 9; i++) {
            lines.add(" t-" + (i + 1_000) + " [000] 2.000000: kvm_entry: vcpu 0");
        }
        assertThat(measured().vcpus()).hasSize(Vcpus.MOST);
        assertThat(measured().unassigned()).isEqualTo(10);
    }

    @Test
    void ofNoEventsNothingIsTold() {
        assertThat(measured().reasons()).isEmpty();
        assertThat(measured().vendor()).isEqualTo(Vendor.UNKNOWN);
        assertThat(measured().outside().samples()).isZero();
        assertThat(measured().stepNs()).isZero();
    }

    @Test
    void nanosecondsAreMeasuredAsSuch() {
        lines.add(" a-7 [000] 1.000000001: kvm_exit: reason CPUID rip 0x1 info 0 0");
        lines.add(" a-7 [000] 1.000000778: kvm_entry: vcpu 0");

        assertThat(latency("CPUID", Ending.HANDLED)).containsExactly(777L);
        assertThat(measured().stepNs()).isEqualTo(1);
    }

    private void at(int us, Body body) {
        at(us, body.tracepoint() + ": " + body);
    }

    private void at(int us, String event) {
        lines.add(String.format(" a-7 [000] 1.%06d: %s", us, event));
    }

    private void other(int us, String event) {
        lines.add(String.format(" b-8 [000] 1.%06d: %s", us, event));
    }

    private ExitLatencies measured() {
        ExitLatencies latencies = new ExitLatencies();
        for (TraceItem item : Samples.items(Samples.reader(String.join("\n", lines)))) {
            latencies.see(item);
        }
        return latencies;
    }

    /** The least and the greatest length of these; one where they are the same. */
    private List<Long> latency(String reason, Ending ending) {
        return measured().reasons().stream().filter(each -> each.reason().equals(reason))
                .map(each -> each.latencies(ending)).filter(each -> each.samples() > 0)
                .flatMap(each -> Stream.of(
                        each.quantileNs(0), each.quantileNs(1_000_000)).distinct()).toList();
    }
}
