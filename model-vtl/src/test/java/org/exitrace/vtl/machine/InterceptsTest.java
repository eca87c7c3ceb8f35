package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;

/** What of a VTL that is no access to a page never reaches the processor as it is. */
class InterceptsTest {

    @Test
    void aWriteThatIsInterceptedRetiresWhenTheHigherVtlSaysSo() {
        ScriptedGuest guest = new ScriptedGuest(1, 2)
                .runs("vp0-vtl0", "vtl-call", "write-control register=cr4 value=1",
                        "write-control register=cr4 value=3", "read-control register=cr4 -> 3",
                        "write-control register=efer value=1", "read-control register=efer -> 1")
                .runs("vp0-vtl1", "set-intercepts cr4=true efer=true mask=2 -> SUCCESS",
                        "vtl-return", "read-write-intercept -> cr4", "entry-reason -> INTERCEPT",
                        "complete-intercept vtl=0", "vtl-return",
                        "read-write-intercept -> efer", "set-intercepts", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=ignores-intercept-mask")))
                .contains("I-36-registers");
    }

    @Test
    void aStartThatIsInterceptedIsTheHigherVtlsToDecide() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).started(1)
                .runs("vp0-vtl0", "vtl-call", "init-sipi vp=1 -> SUCCESS")
                .runs("vp0-vtl1", "set-vsm vtl=1 register=VSM_PARTITION_CONFIG value=544",
                        "vtl-return", "read-write-intercept -> startup",
                        "complete-intercept vtl=0", "vtl-return")
                .runs("vp1-vtl0", "mov register=rbx value=1");

        assertThat(broken(guest.explore())).containsExactlyInAnyOrder("deadlock");
    }

    @Test
    void aStartIsInterceptedForWhoeverAskedEvenIfNobodyReadsWhatItWas() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).started(1)
                .runs("vp0-vtl0", "vtl-call", "start-vp vp=1 vtl=0")
                .runs("vp0-vtl1", "set-vsm vtl=1 register=VSM_PARTITION_CONFIG value=544",
                        "vtl-return", "entry-reason -> INTERCEPT", "vtl-return")
                .runs("vp1-vtl0", "mov register=rbx value=1");

        assertThat(broken(guest.explore())).containsExactlyInAnyOrder("deadlock");
    }

    @Test
    void aStartIsNotToldToALevelThatItsProcessorDoesNotHave() {
        ScriptedGuest guest = new ScriptedGuest(3, 2).enabled(1).started(2)
                .runs("vp0-vtl0", "enable-partition-vtl vtl=1 -> SUCCESS",
                        "enable-vp-vtl vp=0 vtl=1 cr3=1 -> SUCCESS", "vtl-call")
                .runs("vp0-vtl1",
                        "set-vsm vtl=1 register=VSM_PARTITION_CONFIG value=544 -> SUCCESS",
                        "write word=0", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "start-vp vp=2 vtl=0 cr3=3 -> SUCCESS",
                        "get-vsm vtl=0 field=vp-status.ActiveVtl -> 0")
                .runs("vp2-vtl0", "check register=cr3 -> 3");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @Test
    void theKernelAloneIsHeard() {
        ScriptedGuest guest = new ScriptedGuest(1, 2)
                .runs("vp0-vtl0", "set-mode mode=user", "vtl-call -> #UD",
                        "get-register vtl=0 register=cr3 -> #UD", "set-mode mode=kernel",
                        "vtl-call")
                .runs("vp0-vtl1", "set-mode mode=real -> ACCESS_DENIED", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=calls-from-real-mode")))
                .contains("I-22");
    }

    @Test
    void aFirstInitThatComesLateForgetsTheStart() {
        ScriptedGuest guest = new ScriptedGuest(2, 1).started(1)
                .runs("vp0-vtl0", "init-sipi vp=1 -> SUCCESS")
                .runs("vp1-vtl0", "mov register=rbx value=1");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=deferred-init"))).contains("I-64");
    }

    @Test
    void anAssistPageIsSeenByItsVtlAlone() {
        ScriptedGuest guest = pages()
                .runs("vp0-vtl0", "set-overlay kind=assist-page page=0",
                        "write-page page=0 value=1",
                        "vtl-call", "read-page page=0 -> 1", "clear-overlay kind=assist-page",
                        "read-page page=0 -> 2")
                .runs("vp0-vtl1", "set-partition-config vtl=1 mask=r", "read-page page=0 -> 0",
                        "write-page page=0 value=2", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=overlay-for-all"))).contains("I-43");
        assertThat(broken(guest.explore("hypervisor-bug=overlay-unprotects")))
                .contains("I-34");
    }

    @Test
    void aResetLeavesVtl0AloneWithNothingThatWasKeptFromIt() {
        ScriptedGuest guest = pages()
                .runs("vp0-vtl0", "vtl-call", "reset", "vtl-call -> #UD",
                        "read-page page=0 -> 0")
                .runs("vp0-vtl1", "set-partition-config vtl=1", "write-page page=0 value=3",
                        "modify-protection vtl=0 page=0 mask=none", "reset -> ACCESS_DENIED",
                        "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=reset-keeps-memory"))).contains("I-44");
        assertThat(broken(guest.explore("hypervisor-bug=reset-keeps-vtls"))).contains("I-04");
    }

    @Test
    void mbecOfOneOfSeveralProcessorsIsRefusedWhereTheyShareTheirRights() {
        Design first = Design.usual(VtlMachine.SWITCHES);
        Design planes = first.with("vtl-host", "planes");
        Design paravisor = first.with("vtl-host", "paravisor");
        VtlBounds two = new VtlBounds(2, 2, 1, new VtlParts(1, 0, false), 0);
        VtlBounds one = new VtlBounds(1, 2, 1, new VtlParts(1, 0, false), 0);

        assertThat(VtlMachine.refuses(two, List.of("mov", "set-mbec"), first)).isEmpty();
        assertThat(VtlMachine.refuses(two, List.of("mov", "set-mbec"), planes)).isEmpty();
        assertThat(VtlMachine.refuses(two, List.of("mov"), paravisor)).isEmpty();
        assertThat(VtlMachine.refuses(one, List.of("mov", "set-mbec"), paravisor)).isEmpty();
        assertThat(VtlMachine.refuses(two, List.of("mov", "set-mbec"), paravisor)).hasValue(
                "host 'paravisor' has one set of rights to pages for all virtual processors, and"
                        + " 'set-mbec' is of one; take 'vps: 1', or another 'vtl-host'");
    }

    private static ScriptedGuest pages() {
        return new ScriptedGuest(new VtlBounds(1, 2, 1, new VtlParts(1, 0, false), 0));
    }
}
