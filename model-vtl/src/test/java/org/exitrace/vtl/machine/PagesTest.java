package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;

/** Pages that higher VTLs protect. */
class PagesTest {

    private static final String PROTECTS = "set-partition-config vtl=1 -> SUCCESS";

    @Test
    void anAccessThatIsForbiddenIsToldAndTriedAgainBehindTheRepair() {
        ScriptedGuest guest = guest(1, 2)
                .runs("vp0-vtl0", "vtl-call", "execute-page page=1", "emulated-read page=0 -> 2")
                .runs("vp0-vtl1", PROTECTS,
                        "modify-protection vtl=0 mask=none page=0 count=2 -> SUCCESS",
                        "reps-done -> 2", "vtl-return",
                        "read-intercept -> EXECUTE", "intercepted-page -> 1",
                        "modify-protection vtl=0 mask=rx page=1 -> SUCCESS", "vtl-return",
                        "read-intercept -> READ", "write-page page=0 value=2",
                        "modify-protection vtl=0 mask=r page=0 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("no-access-mask=unset"))).contains("I-35");
        assertThat(broken(guest.explore("emulator=ignores"))).contains("I-35");
        assertThat(broken(guest.explore("intercept-access=user-reads")))
                .contains("I-70");
    }

    @Test
    void aPageThatIsNoMemoryLeavesThoseInFrontOfItChanged() {
        ScriptedGuest guest = guest(1, 2)
                .runs("vp0-vtl0", "vtl-call", "read-page page=1 -> 0")
                .runs("vp0-vtl1",
                        "modify-protection vtl=0 mask=r page=0 -> ACCESS_DENIED", PROTECTS,
                        "modify-protection vtl=0 mask=w page=0 -> INVALID_PARAMETER",
                        "modify-protection vtl=0 mask=r page=1 count=2 -> INVALID_PARAMETER",
                        "reps-done -> 1", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=takes-any-mask"))).contains("I-45");
    }

    @Test
    void nobodyUsesATranslationOnceTheMaskIsInForce() {
        ScriptedGuest guest = guest(2, 1)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", PROTECTS, "modify-protection vtl=0 mask=r page=0 -> SUCCESS",
                        "write word=0", "vtl-return")
                .runs("vp1-vtl0", "write-page page=0 value=1", "await word=0",
                        "write-page page=0 value=2")
                .runs("vp1-vtl1", "read-intercept -> WRITE",
                        "modify-protection vtl=0 mask=rw page=0 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("protection-flush=kick")))
                .contains("I-35", "I-42");
        assertThat(broken(guest.explore("protection-flush=request")))
                .contains("I-35", "I-42");
    }

    @Test
    void oneRecordForTwoProcessorsMixesTheirIntercepts() {
        ScriptedGuest guest = guest(2, 2)
                .runs("vp0-vtl0", "vtl-call", "write word=0", "write-page page=0 value=1")
                .runs("vp0-vtl1", PROTECTS,
                        "modify-protection vtl=0 mask=r page=0 count=2 -> SUCCESS", "vtl-return",
                        "read-intercept", "modify-protection vtl=0 mask=rw page=0 -> SUCCESS",
                        "vtl-return")
                .runs("vp1-vtl0", "await word=0", "execute-page page=1")
                .runs("vp1-vtl1", "read-intercept",
                        "modify-protection vtl=0 mask=rx page=1 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("intercept-record=shared")))
                .containsExactly("I-70");
    }

    @Test
    void aFlushWaitsForALockUntilItsOwnerReturns() {
        ScriptedGuest guest = guest(2, 1)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "write word=0", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "flush-tlb -> SUCCESS");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("tlb-lock-release=write"))).contains("I-38");
        assertThat(broken(guest.explore("flush-calls=ignore"))).containsExactly("I-39");
    }

    @Test
    void aLockThatOutlivesTheReturnBlocksItsOwnProcessor() {
        ScriptedGuest guest = guest(1, 1)
                .runs("vp0-vtl0", "vtl-call", "flush-tlb -> SUCCESS")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("tlb-lock-release=write"))).contains("I-63");
    }

    private static ScriptedGuest guest(int vps, int pages) {
        return new ScriptedGuest(
                new VtlBounds(vps, 2, 1, new VtlParts(pages, 0, false), 0));
    }
}
