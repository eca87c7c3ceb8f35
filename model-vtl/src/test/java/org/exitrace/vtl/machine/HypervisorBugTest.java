package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;

/** What a hypervisor does wrong breaks the invariant that speaks of it, and no other. */
class HypervisorBugTest {

    @Test
    void aCheckThatIsLeftOutBreaksWhatItGuards() {
        ScriptedGuest guest = new ScriptedGuest(1, 2).enabled(1).runs("vp0-vtl0",
                "enable-partition-vtl vtl=2", "enable-vp-vtl vp=0 vtl=1",
                "enable-partition-vtl vtl=1", "get-register vtl=1 register=cr3",
                "set-vsm vtl=0 register=VSM_VP_STATUS value=1");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(bug("takes-any-vtl")))).containsExactly("I-05", "I-50");
        assertThat(broken(guest.explore(bug("takes-vtl-of-nobody"))))
                .containsExactly("I-02", "I-50");
        assertThat(broken(guest.explore(bug("writes-status")))).containsExactly("I-48", "I-50");
    }

    @Test
    void aRegisterOfAHigherVtlIsRefusedEvenToWhoReadsNoFieldOfIt() {
        ScriptedGuest guest = new ScriptedGuest(1, 2).runs("vp0-vtl0",
                "get-register vtl=1 register=cr3", "get-vsm vtl=0 field=vp-status.ActiveVtl");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(bug("tells-below")))).containsExactly("I-46", "I-50");
    }

    @Test
    void enablingAddsAVtlAndTouchesNothingElse() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1).runs("vp0-vtl0",
                "enable-partition-vtl vtl=1", "enable-vp-vtl vp=0 vtl=1",
                "vtl-call").runs("vp0-vtl1", "enable-vp-vtl vp=1 vtl=1 cr3=1", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(bug("replaces-set")))).contains("I-01", "I-02", "I-04");
        assertThat(broken(guest.explore(bug("context-of-caller")))).containsExactly("I-08");
        assertThat(broken(guest.explore(bug("activates")))).contains("I-08", "I-11");
    }

    @Test
    void vsmVpStatusTellsOfTheActiveVtlWhateverVtlIsNamed() {
        ScriptedGuest guest = new ScriptedGuest(1, 2).runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "get-vsm vtl=0 field=vp-status.ActiveVtl", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(bug("status-of-asked")))).containsExactly("I-03-status");
    }

    @Test
    void mbecIsOfVtlsThatAreEnabledAndOfNoOthers() {
        ScriptedGuest guest = new ScriptedGuest(1, 2).enabled(1).runs("vp0-vtl0",
                "set-vsm vtl=0 register=VSM_PARTITION_STATUS value=0x200000");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(bug("writes-status"))))
                .containsExactlyInAnyOrder("I-05", "I-48", "I-50");
    }

    @Test
    void aListThatStopsBetweenTwoPagesGoesOnWhereItWas() {
        ScriptedGuest guest = new ScriptedGuest(
                new VtlBounds(1, 2, 1, new VtlParts(2, 0, false), 0))
                .runs("vp0-vtl0", "vtl-call", "read-page page=1 -> 0")
                .runs("vp0-vtl1", "set-partition-config vtl=1 -> SUCCESS",
                        "modify-protection vtl=0 page=0 count=2 mask=r -> SUCCESS",
                        "modify-protection vtl=0 page=1 count=2 mask=rw -> INVALID_PARAMETER",
                        "reps-done -> 1", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("list-budget=one-page"))).isEmpty();
        assertThat(broken(guest.explore("list-budget=one-page", bug("forgets-rep-start"))))
                .contains("I-49", "livelock");
        assertThat(broken(guest.explore(bug("counts-refused")))).contains("I-10");
    }

    @Test
    void modesAreToldApartWithMbecAlone() {
        ScriptedGuest with = pages(2).enabled(1).runs("vp0-vtl0",
                        "enable-partition-vtl vtl=1 mbec=true", "enable-vp-vtl vp=0 vtl=1",
                        "vtl-call", "execute-page page=0 user=true", "execute-page page=0")
                .runs("vp0-vtl1", "set-partition-config vtl=1", "set-mbec vtl=0 -> SUCCESS",
                        "modify-protection vtl=0 page=0 mask=ru", "vtl-return",
                        "read-intercept -> EXECUTE", "modify-protection vtl=0 page=0 mask=rx",
                        "vtl-return");
        ScriptedGuest without = pages(2).runs("vp0-vtl0", "vtl-call",
                        "execute-page page=0 user=true")
                .runs("vp0-vtl1", "set-partition-config vtl=1",
                        "modify-protection vtl=0 page=0 mask=ru", "vtl-return",
                        "read-intercept -> USER_EXECUTE",
                        "modify-protection vtl=0 page=0 mask=rk", "vtl-return");

        assertThat(broken(with.explore())).isEmpty();
        assertThat(broken(with.explore(bug("one-execute-bit")))).contains("I-35");
        assertThat(broken(without.explore())).isEmpty();
        assertThat(broken(without.explore(bug("umx-without-mbec")))).contains("I-35");
    }

    @Test
    void ofTwoWhoForbidAnAccessTheLowerIsTold() {
        ScriptedGuest guest = pages(3).runs("vp0-vtl0", "vtl-call", "read-page page=0")
                .runs("vp0-vtl1", "vtl-call", "set-partition-config vtl=1",
                        "modify-protection vtl=0 page=0 mask=none", "vtl-return",
                        "read-intercept -> READ", "modify-protection vtl=0 page=0 mask=r",
                        "vtl-return", "vtl-return")
                .runs("vp0-vtl2", "set-partition-config vtl=2",
                        "modify-protection vtl=0 page=0 mask=none", "vtl-return",
                        "read-intercept -> READ", "modify-protection vtl=0 page=0 mask=r",
                        "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(bug("tells-highest")))).contains("I-36");
        assertThat(broken(guest.explore(bug("skips-access")))).contains("I-36");
    }

    @Test
    void aCallAndAnInterruptAreCarriedOutOnce() {
        ScriptedGuest guest = new ScriptedGuest(1, 2)
                .runs("vp0-vtl0", "vtl-call", "mov register=rbx value=1")
                .runs("vp0-vtl1", "send-ipi vp=0 vtl=1 vector=0", "take-interrupt vector=0",
                        "eoi", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(bug("calls-again")))).contains("I-19");
        assertThat(broken(guest.explore(bug("delivers-twice")))).contains("I-29");
    }

    @Test
    void anEntryWithoutAssistPageWritesNothing() {
        ScriptedGuest guest = pages(2)
                .runs("vp0-vtl0", "write-page page=0 value=3", "vtl-call",
                        "read-page page=0 -> 3")
                .runs("vp0-vtl1", "clear-overlay kind=assist-page", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(bug("writes-without-page")))).contains("I-21");
    }

    private static ScriptedGuest pages(int vtls) {
        return new ScriptedGuest(new VtlBounds(1, vtls, 1, new VtlParts(1, 0, false), 0));
    }

    private static String bug(String label) {
        return "hypervisor-bug=" + label;
    }
}
