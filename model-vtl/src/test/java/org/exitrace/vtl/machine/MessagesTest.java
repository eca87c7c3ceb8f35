package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Trace;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How VTLs are told of what happens to others: VINA, messages, timers. */
class MessagesTest {

    private static final String IPI = "send-ipi vp=0 vtl=0 vector=0 -> SUCCESS";

    @Test
    void aVinaComesOnceUntilItIsCleared() {
        ScriptedGuest guest = vina()
                .runs("vp0-vtl0", "vtl-call", "take-interrupt vector=0")
                .runs("vp0-vtl1", "set-vina vtl=1 vector=1 -> SUCCESS",
                        "set-vina vtl=0 vector=1 -> ACCESS_DENIED", IPI,
                        "take-interrupt vector=1", "eoi", "vina-asserted -> 1",
                        "get-register vtl=0 register=cr3", "clear-vina",
                        "get-register vtl=0 register=cr3", "take-interrupt vector=1",
                        "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("vina-fire=repeated"))).contains("I-32");
        assertThat(broken(guest.explore("hypervisor-bug=vina-of-vtl0"))).contains("I-32-owner");
        assertThat(broken(guest.explore("vina-fire=inert")))
                .contains("script-vp0-vtl1-returns");
    }

    @Test
    void entriesClearVinaAssertedAsAutoResetSays() {
        ScriptedGuest guest = vina()
                .runs("vp0-vtl0", "cli", "vtl-call", "sti", "take-interrupt vector=0", "eoi",
                        "vtl-call")
                .runs("vp0-vtl1", "set-vina vtl=1 vector=1 auto-reset=true -> SUCCESS", IPI,
                        "vina-asserted -> 0", "vtl-return", IPI, "take-interrupt vector=1",
                        "vina-asserted -> 1", "eoi", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("vina-reset=return"))).isEmpty();
        assertThat(broken(guest.explore("vina-fire=pending"))).contains("I-32");
    }

    @Test
    void aTimerTellsTheVtlThatHasArmedIt() {
        ScriptedGuest guest = new ScriptedGuest(bounds(new VtlParts(0, 1, false)))
                .runs("vp0-vtl0", "vtl-call", "mov register=rbx value=1")
                .runs("vp0-vtl1", "cli", "set-sint sint=0 vector=0", "set-stimer sint=0",
                        "vtl-return", "entry-reason -> INTERRUPT", "sti",
                        "take-interrupt vector=0", "read-message sint=0 -> TIMER_EXPIRED",
                        "clear-message sint=0", "eoi", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("stimer-owner=active"))).contains("I-57");
    }

    /** Whether it expires before the reset or would have behind it. */
    @Test
    void aTimerOfBeforeAResetTellsNobodyBehindIt() {
        String[] armed = {"cli", "set-sint sint=0 vector=0", "set-stimer sint=0",
            "reset -> SUCCESS", "set-sint sint=0 vector=0"};
        ScriptedGuest reading = new ScriptedGuest(bounds(new VtlParts(1, 1, false)))
                .runs("vp0-vtl0", with(armed, "cli", "read-message sint=0 -> NOTHING"));
        ScriptedGuest waiting = new ScriptedGuest(bounds(new VtlParts(1, 1, false)))
                .runs("vp0-vtl0", with(armed, "sti", "take-interrupt vector=0"));

        for (String home : List.of("vcpu", "user-space")) {
            String[] host = {"vtl-host=vcpu-per-vtl", "stimer-home=" + home};
            assertThat(broken(reading.explore(host))).isEmpty();
            assertThat(broken(waiting.explore(host))).contains("deadlock");
        }
        assertThat(broken(reading.explore())).isEmpty();
        assertThat(broken(waiting.explore())).contains("deadlock");
    }

    private static String[] with(String[] lines, String... more) {
        return Stream.concat(Arrays.stream(lines), Arrays.stream(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void eachHostTellsVtl1OnceOfAnInterruptForVtl0(HostDesign host) {
        ScriptedGuest guest = vina()
                .runs("vp0-vtl0", "vtl-call", "take-interrupt vector=0")
                .runs("vp0-vtl1", "set-vina vtl=1 vector=1 -> SUCCESS", IPI,
                        "take-interrupt vector=1", "eoi", "vina-asserted -> 1", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=" + host.text().label()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vtl-aware-vcpu, vcpu, false", "slots-per-vtl, vcpu, false",
        "paravisor, vcpu, false", "vm-per-vtl, vcpu, false", "vm-per-vtl, user-space, false",
        "vcpu-per-vtl, vcpu, true", "combined-key, vcpu, true", "planes, vcpu, true",
        "planes, user-space, false"})
    void aTimerInAVcpuThatNobodyEntersIsNotHeard(String host, String home, boolean lost) {
        ScriptedGuest guest = new ScriptedGuest(bounds(new VtlParts(0, 1, false)))
                .runs("vp0-vtl0", "vtl-call", "mov register=rbx value=1")
                .runs("vp0-vtl1", "cli", "set-sint sint=0 vector=0", "set-stimer sint=0",
                        "vtl-return", "sti", "take-interrupt vector=0",
                        "read-message sint=0 -> TIMER_EXPIRED");
        List<String> ids = broken(guest.explore("vtl-host=" + host, "stimer-home=" + home));

        assertThat(ids.contains("script-vp0-vtl1-returns")).as("lost").isEqualTo(lost);
    }

    @Test
    void anInterceptCanBeReadBeforeTheAccessIsTriedAgain() {
        ScriptedGuest guest = new ScriptedGuest(bounds(new VtlParts(1, 1, false)))
                .runs("vp0-vtl0", "vtl-call", "read-page page=0 -> 0")
                .runs("vp0-vtl1", "set-partition-config vtl=1 -> SUCCESS",
                        "set-sint sint=0 vector=0",
                        "modify-protection vtl=0 mask=none page=0 -> SUCCESS", "vtl-return",
                        "take-interrupt vector=0", "read-message sint=0 -> GPA_INTERCEPT",
                        "message-pending sint=0 -> 0", "read-intercept -> READ",
                        "modify-protection vtl=0 mask=r page=0 -> SUCCESS",
                        "clear-message sint=0", "write-eom sint=0 -> SUCCESS", "eoi",
                        "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("intercept-post=later"))).contains("I-56");
    }

    @Test
    void anNmiIsMaskedByAnNmiAlone() {
        ScriptedGuest guest = new ScriptedGuest(1, 1)
                .runs("vp0-vtl0", "cli", "set-tpr class=1", "write-icr-nmi vp=0 -> SUCCESS",
                        "take-nmi", "write-icr-nmi vp=0 -> SUCCESS", "iret", "take-nmi", "iret");

        assertThat(broken(guest.explore())).isEmpty();
    }

    /** One that user space posts to its own VTL1 says nothing new of VTL2. */
    @Test
    void planesAskAgainOfThePlaneAloneThatWasPostedTo() {
        Model planes = new ScriptedGuest(new VtlBounds(1, 3, 2, new VtlParts(1, 1, false), 0))
                .runs("vp0-vtl0", "vtl-call", "send-ipi vp=0 vtl=2 vector=0 -> SUCCESS",
                        "read-page page=0")
                .runs("vp0-vtl1", "set-partition-config vtl=1 -> SUCCESS",
                        "set-sint sint=0 vector=0", "set-tpr class=1",
                        "modify-protection vtl=0 mask=none page=0 -> SUCCESS", "vtl-call",
                        "vtl-return")
                .runs("vp0-vtl2", "set-tpr class=1", "vtl-return")
                .machine("vtl-host=planes");
        Trace trace = new Trace();
        new Run(planes, new InOrder()).tell(trace).goOnWhenBroken().go();

        assertThat(trace.names()).filteredOn(step -> step.contains("KVM_GET_LAPIC of plane 1"))
                .as("a message, and one that waits").hasSize(2);
        assertThat(trace.names()).filteredOn(step -> step.contains("KVM_GET_LAPIC of plane 2"))
                .as("the interrupt").hasSize(1);
    }

    private static ScriptedGuest vina() {
        return new ScriptedGuest(bounds(new VtlParts(0, 0, true)));
    }

    private static VtlBounds bounds(VtlParts parts) {
        return new VtlBounds(1, 2, 2, parts, 0);
    }
}
