package org.exitrace.traces.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.exitrace.traces.Samples;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.body.Tracepoints;
import org.exitrace.traces.line.Label;
import org.exitrace.traces.line.Stamp;
import org.exitrace.traces.line.Task;
import org.exitrace.traces.line.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineStyleTest {

    private static final Body ENTRY = Tracepoints.ENTRY.forms().get(1).draft()
            .with("vcpu", 0).with("rip", 0xfff0).body();

    @Test
    void printsTheColumnsThatTraceCmdPrints() {
        assertThat(LineStyle.TRACE_CMD.event(
                1, "qemu-system-x86", 3927, 7, 302_533_069_000L, 6, ENTRY)).hasToString(
                " qemu-system-x86-3927  [007]   302.533069: kvm_entry:            vcpu 0,"
                + " rip 0xfff0");
        Body longer = Tracepoints.MSR_PROTOCOL_ENTER.draft().with("vcpu", 0).body();
        assertThat(LineStyle.TRACE_CMD.event(1, "x", 123456, 7, 0, 6, longer)).hasToString(
                "               x-123456 [007]     0.000000: kvm_vmgexit_msr_protocol_enter:"
                + " vcpu 0, ghcb_gpa 0000000000000000");
    }

    @Test
    void printsTheColumnsThatTheKernelPrints() {
        assertThat(LineStyle.TRACE_PIPE.event(
                1, "CPU 0/KVM", 7289, 23, 2_925_640_961_000L, 6, ENTRY)).hasToString(
                "       CPU 0/KVM-7289    [023] d..1.  2925.640961: kvm_entry: vcpu 0, rip 0xfff0");
    }

    @Test
    void printsTheColumnsThatPerfPrints() {
        assertThat(LineStyle.PERF_SCRIPT.event(
                1, "CPU 0/KVM", 12345, 7, 123_456_408_994_123L, 9, ENTRY)).hasToString(
                "       CPU 0/KVM   12345 [007] 123456.408994123: kvm:kvm_entry: vcpu 0,"
                + " rip 0xfff0");
        Body mmio = Tracepoints.of("vcpu_match_mmio").draft().body();
        assertThat(LineStyle.PERF_SCRIPT.event(1, "a", 1, 0, 0, 9, mmio).toString())
                .contains(": vcpu_match_mmio: gva");
    }

    @Test
    void printsNoColumnsWhereNoneAreWanted() {
        assertThat(LineStyle.BARE.event(1, "x", 1, 7, 6_204_951_631_000L, 6, ENTRY))
                .hasToString(" 6204.951631: kvm_entry: vcpu 0, rip 0xfff0");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPrintedIsReadAsItWasMeant(LineStyle style) {
        TraceEvent event = style.event(1, "CPU 1/KVM", 4202, 1003, 77_000_000_001_000L, 6, ENTRY);

        TraceEvent read = Samples.events(event + "\n").get(0);

        assertThat(read).isEqualTo(event);
        assertThat(style.word()).matches("[a-z-]+");
    }

    @Test
    void aStampIsRefusedThatNoLineSays() {
        assertThatThrownBy(() -> new Stamp(Task.NONE, 0, " ", 1, 6))
                .hasMessageContaining("1 ns with 6 digits");
        assertThatThrownBy(() -> new Stamp(Task.NONE, 0, " ", -1000, 6))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stamp(Task.NONE, -2, " ", 0, 6))
                .hasMessageContaining("cpu -2");
        assertThatThrownBy(() -> new Stamp(Task.NONE, 0, " ", 0, 3))
                .hasMessageContaining("with 3 digits");
    }

    @Test
    void anEventHasTheBodyOfItsName() {
        Stamp stamp = new Stamp(Task.NONE, 0, " ", 0, 6);
        Label label = new Label(" ", Tracepoints.EXIT, " ");

        assertThatThrownBy(() -> new TraceEvent(1, stamp, label, ENTRY))
                .hasMessage("a line of kvm_exit cannot have a body of kvm_entry");
    }

    @Test
    void anUnknownTracepointIsPrintedWithItsText() {
        Tracepoint unknown = Tracepoint.unknown("made_up");

        assertThat(unknown.draft().with("text", "a b").body()).hasToString("a b");
        assertThat(unknown.draft().body()).hasToString("");
        assertThat(unknown.isKnown()).isFalse();
    }
}
