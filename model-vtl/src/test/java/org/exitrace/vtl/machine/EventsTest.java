package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.SynicParts;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Event flags, SINTs with AutoEoi, and timers in direct mode. */
class EventsTest {

    private static final String SIGNAL = "signal-event vp=0 vtl=0 sint=0 flag=0 -> SUCCESS";

    @ParameterizedTest
    @EnumSource
    void openVmmAloneLeavesTheFlagOfAMaskedSintAlone(HostDesign host) {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0", SIGNAL,
                "take-flag sint=0 flag=0 -> " + (host == HostDesign.PARAVISOR ? 0 : 1));

        assertThat(broken(guest.explore("vtl-host=" + host.text().label()))).isEmpty();
    }

    @Test
    void aFlagThatIsSetRaisesNothing() {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0", "set-sint sint=0 vector=0", SIGNAL,
                "take-interrupt vector=0", "eoi", SIGNAL, "take-interrupt vector=0");

        assertThat(broken(guest.explore())).contains("deadlock", "I-55-flags");
    }

    @Test
    void anInterruptThatWasEndedMasksNoLowerOne() {
        String[] lines = {"set-sint sint=0 vector=1 auto-eoi=true", SIGNAL,
            "take-interrupt vector=1", "write-icr-self vector=0 -> SUCCESS",
            "take-interrupt vector=0", "eoi", "take-flag sint=0 flag=0 -> 1"};

        assertThat(broken(guest(2).runs("vp0-vtl0", lines).explore())).isEmpty();
        assertThat(broken(guest(2).runs("vp0-vtl0", lines)
                .explore("hypervisor-bug=apicv-with-auto-eoi")))
                .contains("script-vp0-vtl0-returns");
        lines[0] = "set-sint sint=0 vector=1";
        assertThat(broken(guest(2).runs("vp0-vtl0", lines).explore()))
                .contains("script-vp0-vtl0-returns");
    }

    @Test
    void aSintThatIsWrittenAnewForgetsItsAutoEoi() {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0",
                "set-sint sint=0 vector=0 auto-eoi=true", "set-sint sint=0 vector=0", SIGNAL,
                "take-interrupt vector=0", "take-flag sint=0 flag=0 -> 1", SIGNAL,
                "eoi", "take-interrupt vector=0", "eoi", "take-flag sint=0 flag=0 -> 1");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @Test
    void aTimerInDirectModeTellsItsOwnVtl() {
        ScriptedGuest guest = new ScriptedGuest(new VtlBounds(1, 2, 1,
                new VtlParts(0, new SynicParts(1, 2, 0), false), 0))
                .runs("vp0-vtl0", "vtl-call", "mov register=rbx value=1")
                .runs("vp0-vtl1", "cli", "set-stimer-direct vector=0 timer=1", "vtl-return",
                        "entry-reason -> INTERRUPT", "sti", "take-interrupt vector=0",
                        "read-message sint=0 -> NOTHING", "eoi", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("stimer-owner=active"))).contains("I-57");
    }

    @Test
    void flagsWithoutSintsAreRefused() {
        assertThatThrownBy(() -> new SynicParts(0, 1, 1))
                .hasMessage("event flags are of SINTs, and there are none");
    }

    private static ScriptedGuest guest(int vectors) {
        return new ScriptedGuest(new VtlBounds(1, 1, vectors,
                new VtlParts(0, new SynicParts(1, 1, 1), false), 0));
    }
}
