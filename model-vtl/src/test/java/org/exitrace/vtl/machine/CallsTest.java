package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.vtl.state.SynicParts;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that reach local APICs and SynICs of others, and what each dialect makes of them. */
class CallsTest {

    private static final String ENABLE_X2APIC = "set-logical-model model=x2apic -> SUCCESS";

    @ParameterizedTest
    @CsvSource({"tlfs, SUCCESS, INVALID_PARAMETER, INVALID_CONNECTION_ID, INVALID_SYNIC_STATE",
        "qemu, INVALID_PORT_ID, INVALID_PORT_ID, INVALID_CONNECTION_ID, SUCCESS",
        "openvmm, SUCCESS, SUCCESS, INVALID_CONNECTION_ID, SUCCESS"})
    void anEventIsRefusedWhereItsConnectionOrItsPortSaySo(String dialect, String secondFlag,
            String thirdFlag, String noConnection, String noSynic) {
        ScriptedGuest guest = new ScriptedGuest(new VtlBounds(1, 2, 1,
                new VtlParts(0, new SynicParts(1, 1, 2), false), 0)).enabled(1)
                .runs("vp0-vtl0", "set-sint sint=0 vector=0",
                        "signal-event vp=0 vtl=0 sint=0 flag=1 -> " + secondFlag,
                        "signal-event vp=0 vtl=0 sint=0 flag=2 -> " + thirdFlag,
                        "signal-event vp=0 vtl=0 sint=1 flag=0 -> " + noConnection,
                        "signal-event vp=0 vtl=1 sint=0 flag=0 -> " + noSynic);

        assertThat(broken(guest.explore("status-dialect=" + dialect)))
                .filteredOn(id -> id.startsWith("script")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tlfs, SUCCESS, SUCCESS", "qemu, SUCCESS, INVALID_HYPERCALL_CODE",
        "openvmm, INVALID_VTL_STATE, ACCESS_DENIED"})
    void vtl1SendsToItselfWhereTheDialectLetsIt(String dialect, String ipi, String asserted) {
        ScriptedGuest guest = new ScriptedGuest(1, 2).runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "cli", "send-ipi-ex vtl=1 vector=0 mask=1 -> " + ipi,
                        "assert-interrupt vp=0 vtl=1 vector=0 -> " + asserted, "vtl-return");

        assertThat(broken(guest.explore("status-dialect=" + dialect)))
                .filteredOn(id -> id.startsWith("script-vp0-vtl1")).isEmpty();
    }

    @Test
    void aSetThatNamesNobodyReachesNobody() {
        ScriptedGuest guest = new ScriptedGuest(1, 1).runs("vp0-vtl0",
                "send-ipi-ex vtl=0 vector=0 mask=0 -> SUCCESS", "take-interrupt vector=0");

        assertThat(broken(guest.explore())).contains("deadlock");
    }

    @Test
    void anIdIsNoIndexWhereIdsAreSpread() {
        ScriptedGuest guest = spread(2).runs("vp0-vtl0",
                "get-vp-index vtl=0 apic-id=1 -> INVALID_PARAMETER",
                "get-vp-index vtl=0 apic-id=17 -> 1",
                "get-vp-index vtl=1 apic-id=17 -> INVALID_PARAMETER|ACCESS_DENIED");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=shows-group"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"65538", "4294967295", "131071"})
    void anX2apicOfAnotherClusterIsNamed(String destination) {
        assertThat(broken(reached("write-icr-logical destination=" + destination).explore()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "65537", "131074", "255"})
    void anX2apicThatIsNotNamedGetsNothing(String destination) {
        assertThat(broken(reached("write-icr-logical destination=" + destination).explore()))
                .contains("deadlock");
    }

    @Test
    void openVmmSendsNothingOfLowestPriorityOfAnX2apic() {
        ScriptedGuest guest = reached("write-icr-lowest destination=65538");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("vtl-host=paravisor"))).containsExactly("deadlock");
    }

    @Test
    void groupsAsPostedLoseAnInterruptOfLowestPriorityAboveVtl0() {
        ScriptedGuest guest = new ScriptedGuest(1, 2).runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "write-ldr id=1", "cli",
                        "write-icr-lowest destination=1 vector=0 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=vcpu-per-vtl"))).doesNotContain("I-26");
        assertThat(broken(guest.explore("vtl-host=vcpu-per-vtl", "apic-groups=as-posted")))
                .contains("I-26");
    }

    private static ScriptedGuest reached(String write) {
        return spread(2).runs("vp0-vtl0", "cli", ENABLE_X2APIC, "await word=0",
                        write + " vector=0 -> SUCCESS")
                .runs("vp1-vtl0", ENABLE_X2APIC, "write word=0", "take-interrupt vector=0");
    }

    private static ScriptedGuest spread(int vps) {
        return new ScriptedGuest(new VtlBounds(vps, 1, 1,
                new VtlParts(0, new SynicParts(0, 1, 0), false, true), 0));
    }
}
