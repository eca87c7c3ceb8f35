package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.OverlayKind;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of the hypervisor over pages of the guest, of each kind and on each host. */
class OverlaysTest {

    private static final String IN_PAGE = "hypervisor-bug=overlay-in-page";

    @ParameterizedTest
    @EnumSource(OverlayKind.class)
    void anOverlayOfAnyKindIsOfItsVtlAndLeavesThePageAsItWas(OverlayKind kind) {
        String set = "set-overlay kind=" + kind.word() + " page=0 -> SUCCESS";
        ScriptedGuest guest = guest(1).runs("vp0-vtl0", "write-page page=0 value=2", set,
                "translate-page vtl=0 page=0 field=overlay -> 1", "vtl-call",
                "clear-overlay kind=" + kind.word(), "read-page page=0 -> 2")
                .runs("vp0-vtl1", "read-page page=0 -> 2", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(IN_PAGE))).contains("I-43");
        assertThat(broken(guest.explore("hypervisor-bug=overlay-for-all"))).contains("I-43");
    }

    @Test
    void whatIsWrittenIntoAPageThatIsKeptFromTheVtlIsTouchedForIt() {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0", "vtl-call",
                "set-overlay kind=hypercall-page page=0", "vtl-call")
                .runs("vp0-vtl1", "set-partition-config vtl=1", "write-page page=0 value=2",
                        "modify-protection vtl=0 page=0 mask=r", "vtl-return",
                        "read-page page=0 -> 2", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(IN_PAGE))).contains("I-37", "I-43");
    }

    @Test
    void codeOfTheHypervisorIsReadAndExecutedAndNotWritten() {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0",
                "set-overlay kind=hypercall-page page=0", "execute-page page=0",
                "write-page page=0 value=1 -> #GP", "read-page page=0 -> 3",
                "translate-page vtl=0 page=0 field=result -> 0",
                "translate-page vtl=0 page=0 write=true field=result -> 7");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @Test
    void aTranslationTellsWhatTheMasksLeave() {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "set-partition-config vtl=1",
                        "modify-protection vtl=0 page=0 mask=r -> SUCCESS",
                        "translate-page vtl=0 page=0 field=result -> 0",
                        "translate-page vtl=0 page=0 write=true field=result -> 6",
                        "modify-protection vtl=0 page=0 mask=none -> SUCCESS",
                        "translate-page vtl=0 page=0 field=result -> 5",
                        "translate-page vtl=0 page=0 field=overlay -> 0", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @Test
    void allProcessorsOfAVtlSeeItsOverlays() {
        ScriptedGuest guest = guest(2).runs("vp0-vtl0", "set-overlay kind=hypercall-page page=0",
                "write word=0").runs("vp1-vtl0", "await word=0", "read-page page=0 -> 3",
                        "clear-overlay kind=hypercall-page", "read-page page=0 -> 0");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void theEmulatorReadsWhatLiesThereAndNotWhatIsForbiddenBelow(HostDesign host) {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0", "vtl-call",
                "set-overlay kind=hypercall-page page=0", "emulated-read page=0 -> 3")
                .runs("vp0-vtl1", "set-partition-config vtl=1",
                        "modify-protection vtl=0 page=0 mask=none", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=" + host.text().label()))).isEmpty();
    }

    @Test
    void aResetTakesOverlaysAway() {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0", "set-overlay kind=sim page=0", "reset",
                "translate-page vtl=0 page=0 field=overlay -> 0");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @Test
    void openVmmProtectsNoPageThatIsOverlaid() {
        ScriptedGuest guest = guest(1).runs("vp0-vtl0", "set-overlay kind=sim page=0", "vtl-call")
                .runs("vp0-vtl1", "set-partition-config vtl=1",
                        "modify-protection vtl=1 page=0 mask=r -> OPERATION_DENIED", "vtl-return");

        assertThat(broken(guest.explore("status-dialect=openvmm"))).containsOnly("I-50");
    }

    private static ScriptedGuest guest(int vps) {
        return new ScriptedGuest(new VtlBounds(vps, 2, 1, new VtlParts(1, 0, false), 0));
    }
}
