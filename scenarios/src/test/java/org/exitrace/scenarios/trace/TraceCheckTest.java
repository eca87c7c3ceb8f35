package org.exitrace.scenarios.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exitrace.scenarios.trace.TraceVerdict.Explained;
import org.exitrace.scenarios.trace.TraceVerdict.Rejection;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.read.TraceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCheckTest {

    /** A halt that waits, and one that need not. */
    private static final String HALTS = """
             qemu-7 [000] 1.000000: kvm_entry: vcpu 0, rip 0x1
             qemu-7 [000] 1.000001: kvm_exit: vcpu 0 reason hlt rip 0x1 info1 0x0000000000000000 \
            info2 0x0000000000000000 intr_info 0x00000000 error_code 0x00000000
             timer-9 [000] 1.000009: kvm_apic_accept_irq: apicid 0 vec 236 (Fixed|edge)
             qemu-7 [000] 1.000010: kvm_vcpu_wakeup: wait time 9000 ns, polling valid
             qemu-7 [000] 1.000011: kvm_inj_virq: IRQ 0xec
             qemu-7 [000] 1.000012: kvm_entry: vcpu 0, rip 0x1
             qemu-7 [000] 1.000013: kvm_exit: vcpu 0 reason msr rip 0x1 info1 0x0000000000000000 \
            info2 0x0000000000000000 intr_info 0x00000000 error_code 0x00000000
             qemu-7 [000] 1.000014: kvm_apic: apic_write APIC_EOI = 0x0
             timer-9 [000] 1.000015: kvm_apic_accept_irq: apicid 0 vec 251 (Fixed|edge)
             qemu-7 [000] 1.000016: kvm_entry: vcpu 0, rip 0x1
             qemu-7 [000] 1.000017: kvm_exit: vcpu 0 reason hlt rip 0x1 info1 0x0000000000000000 \
            info2 0x0000000000000000 intr_info 0x00000000 error_code 0x00000000
             qemu-7 [000] 1.000018: kvm_entry: vcpu 0, rip 0x1
            """;

    @ParameterizedTest
    @ValueSource(strings = {"amd-idle-halt-on.txt", "amd-idle-halt-off.txt"})
    void acceptsWhatRealHostsDidToTheLastLine(String name) throws IOException {
        String text = recorded(name);
        TraceVerdict verdict = check(text);

        assertThat(verdict.rejection()).isEmpty();
        assertThat(verdict.lines()).isEqualTo(text.lines().count());
    }

    @Test
    void acceptsATraceOfExitsAloneWhereItIsToldSo() throws IOException {
        String text = recorded("intel-1vcpu-kvm_exit.txt");
        TraceVerdict verdict = check(text, Set.of("kvm_exit"), false);

        assertThat(verdict.rejection()).isEmpty();
        assertThat(verdict.lines()).isEqualTo(6_000);
        assertThat(verdict.hidden()).containsEntry("kvm_entry", 5_999L);
    }

    @Test
    void tellsTheHiddenStepsOfBothKindsOfHalt() {
        TraceVerdict verdict = check(HALTS);

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.lines()).isEqualTo(12);
        assertThat(verdict.hidden()).containsEntry("kvm_vcpu_halt: begins to wait", 1L)
                .containsEntry("kvm_arch_vcpu_runnable: an event is pending, nobody waits", 1L)
                .containsEntry("kvm_emulate_halt: mp_state = HALTED", 2L);
    }

    @Test
    void rejectsAnExitWhoseEntryWasRemoved() {
        Rejection rejection = check(without(HALTS, 6)).rejection().orElseThrow();

        assertThat(rejection.line()).isEqualTo(6);
        assertThat(rejection.event()).isEqualTo("kvm_exit");
        assertThat(rejection.possible()).contains("kvm_entry").doesNotContain("kvm_exit");
        assertThat(rejection.before()).last().extracting(Explained::event)
                .isEqualTo("kvm_inj_virq");
    }

    @Test
    void rejectsAnExitThatStandsTwice() {
        List<String> lines = new ArrayList<>(HALTS.lines().toList());
        lines.add(7, lines.get(6));

        assertThat(check(String.join("\n", lines) + "\n").rejection().orElseThrow().line())
                .isEqualTo(8);
    }

    @Test
    void rejectsAnEntryBehindAHaltThatNothingEnded() {
        Rejection rejection = check(without(HALTS, 9)).rejection().orElseThrow();

        assertThat(rejection.line()).isEqualTo(11);
        assertThat(rejection.event()).isEqualTo("kvm_entry");
        assertThat(rejection.possible()).contains("kvm_vcpu_wakeup", "kvm_userspace_exit")
                .doesNotContain("kvm_entry");
        assertThat(rejection.before()).extracting(Explained::event)
                .containsSequence("kvm_entry", "kvm_exit of HLT");
    }

    @Test
    void acceptsThatHaltWhereHardwarePostsInterrupts() {
        assertThat(check(without(HALTS, 9), Set.of(), true).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPU:0 [LOST 3 EVENTS]", "no line of a trace"})
    void takesAnyStateForPossibleWhereSomethingIsMissing(String gap) {
        List<String> lines = new ArrayList<>(HALTS.lines().toList());
        lines.set(5, gap);
        TraceVerdict verdict = check(String.join("\n", lines) + "\n");

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.gaps()).isEqualTo(1);
    }

    @Test
    void followsEachVcpuForItself() {
        String other = HALTS.replace("qemu-7", "qemu-8").replace("vcpu 0", "vcpu 1")
                .replace("apicid 0", "apicid 1");
        List<String> both = new ArrayList<>();
        List<String> one = HALTS.lines().toList();
        List<String> two = other.lines().toList();
        for (int i = 0; i < one.size(); i++) {
            both.add(one.get(i));
            both.add(two.get(i));
        }
        TraceVerdict verdict = check(String.join("\n", both) + "\n");

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.vcpus()).isEqualTo(2);
    }

    @Test
    void wantsARequestByTheGhcbToEndBeforeTheNextEntry() {
        String text = """
                 qemu-7 [000] 1.000000: kvm_entry: vcpu 0, rip 0x0
                 qemu-7 [000] 1.000001: kvm_exit: vcpu 0 reason vmgexit rip 0x0 \
                info1 0x0000000000000000 info2 0x0000000000000000 intr_info 0x00000000 \
                error_code 0x00000000
                 qemu-7 [000] 1.000002: kvm_vmgexit_enter: vcpu 0, exit_reason 80000004, \
                exit_info1 0, exit_info2 0
                 qemu-8 [001] 1.000003: kvm_apic_accept_irq: apicid 0 vec 0 (SIPI|edge)
                 qemu-7 [000] 1.000004: kvm_vmgexit_exit: vcpu 0, exit_reason 80000004, \
                exit_info1 0, exit_info2 1
                 qemu-7 [000] 1.000005: kvm_entry: vcpu 0, rip 0x0
                """;

        assertThat(check(text).hidden())
                .containsKeys("kvm_emulate_ap_reset_hold: an event is pending, stays RUNNABLE");
        assertThat(check(without(text, 5)).rejection().orElseThrow().possible())
                .contains("kvm_vmgexit_exit").doesNotContain("kvm_entry");
        assertThat(check(without(text, 4)).isAccepted()).as("the beginning may be any").isTrue();
    }

    private static String without(String text, int number) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        lines.remove(number - 1);
        return String.join("\n", lines) + "\n";
    }

    private static TraceVerdict check(String text) {
        return check(text, Set.of(), false);
    }

    private static TraceVerdict check(String text, Set<String> recorded, boolean posted) {
        TraceCheck check = new TraceCheck(recorded, posted);
        try (TraceReader reader = new TraceReader(new ByteArrayInputStream(
                text.getBytes(StandardCharsets.ISO_8859_1)))) {
            for (TraceItem item = reader.next(); item != null && check.see(item);) {
                item = reader.next();
            }
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return check.verdict();
    }

    /** Real traces are not ours to commit; where a folder is told, they must be in it. */
    private static String recorded(String name) throws IOException {
        String told = System.getProperty("exitrace.traces", "");
        Path file = Path.of(told.isEmpty() ? "../../shared/data/traces" : told, name);
        assumeTrue(!told.isEmpty() || Files.exists(file), "not held against recorded traces, which"
                + " are not ours to commit: say where they are with -Dexitrace.traces=FOLDER");
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
