package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A VTL is entered on no processor that does not have it, whatever asks for that. */
class AbsentVtlsTest {

    private static final String[] RAISES = {"enable-partition-vtl vtl=1 -> SUCCESS",
            "enable-vp-vtl vp=0 vtl=1 -> SUCCESS", "vtl-call"};
    private static final String STILL = "get-vsm vtl=0 field=vp-status.ActiveVtl -> 0";

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void anAccessThatOnlyAnAbsentVtlForbidsIsAMachineCheck(HostDesign host) {
        ScriptedGuest guest = pages(2, 0).runs("vp0-vtl0", RAISES).runs("vp0-vtl1", protects())
                .runs("vp1-vtl0", "await word=0", "read-page page=0 -> #MC",
                        "write-page page=0 value=2 -> #MC", STILL,
                        "execute-page page=0 -> #MC", "emulated-read page=0 -> #MC", STILL);

        kept(guest, host);
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void thatItsMessagesWouldComeThroughASlotChangesNothing(HostDesign host) {
        ScriptedGuest guest = pages(2, 1).runs("vp0-vtl0", RAISES).runs("vp0-vtl1", protects())
                .runs("vp1-vtl0", "await word=0", "read-page page=0 -> #MC",
                        "emulated-read page=0 -> #MC", STILL);

        kept(guest, host);
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void anAccessIsTriedAgainOnceTheVtlThatForbidsItIsThere(HostDesign host) {
        ScriptedGuest guest = pages(2, 0).runs("vp0-vtl0", RAISES)
                .runs("vp0-vtl1", "enable-vp-vtl vp=1 vtl=1 -> SUCCESS",
                        "set-partition-config vtl=1 -> SUCCESS",
                        "modify-protection vtl=0 page=0 mask=none -> SUCCESS", "write word=0",
                        "vtl-return")
                .runs("vp1-vtl0", "await word=0", "read-page page=0 -> 0")
                .runs("vp1-vtl1", "read-intercept -> READ",
                        "modify-protection vtl=0 page=0 mask=r -> SUCCESS", "vtl-return");

        kept(guest, host);
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void aHigherVtlThatForbidsItTooIsToldInPlaceOfTheAbsentOne(HostDesign host) {
        ScriptedGuest guest = three()
                .runs("vp0-vtl0", RAISES)
                .runs("vp0-vtl1", "enable-partition-vtl vtl=2 -> SUCCESS",
                        "enable-vp-vtl vp=0 vtl=2 -> SUCCESS",
                        "set-partition-config vtl=1 -> SUCCESS",
                        "modify-protection vtl=0 page=0 mask=none -> SUCCESS", "vtl-call",
                        "modify-protection vtl=0 page=0 mask=r -> SUCCESS", "write word=0",
                        "vtl-return")
                .runs("vp0-vtl2", "enable-vp-vtl vp=1 vtl=2 -> SUCCESS",
                        "set-partition-config vtl=2 -> SUCCESS",
                        "modify-protection vtl=0 page=0 mask=none -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "read-page page=0 -> 0")
                .runs("vp1-vtl2", "read-intercept -> READ",
                        "modify-protection vtl=0 page=0 mask=r -> SUCCESS", "vtl-return");

        kept(guest, host);
    }

    @Test
    void aHostThatAsksNobodyEntersWhatIsNotThere() {
        ScriptedGuest guest = pages(2, 0).runs("vp0-vtl0", RAISES).runs("vp0-vtl1", protects())
                .runs("vp1-vtl0", "await word=0", "read-page page=0");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=tells-absent"))).contains("I-03", "I-36");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send-ipi vp=1 vtl=1 vector=0", "send-ipi-ex mask=2 vtl=1 vector=0",
        "assert-interrupt vp=1 vtl=1 vector=0", "assert-nmi vp=1 vtl=1"})
    void anInterruptForAnAbsentVtlReachesNobody(String call) {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1).runs("vp0-vtl0", RAISES)
                .runs("vp0-vtl1", call + " -> SUCCESS", "write word=0", "vtl-return")
                .runs("vp1-vtl0", "mov register=rbx value=1", "await word=0", STILL);

        for (HostDesign host : HostDesign.values()) {
            kept(guest, host);
        }
    }

    /** What the one local APIC of A3 is loaded with gets it: that is its own fault (d.2). */
    @ParameterizedTest
    @ValueSource(strings = {"write-icr vp=1 vector=0", "write-icr-nmi vp=1",
        "write-icr-others vector=0"})
    void anIcrWriteReachesNoAbsentVtlEither(String icr) {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1).runs("vp0-vtl0", RAISES)
                .runs("vp0-vtl1", icr, "write word=0", "vtl-return")
                .runs("vp1-vtl0", "mov register=rbx value=1", "await word=0", STILL);

        for (HostDesign host : HostDesign.values()) {
            if (host == HostDesign.SLOTS_PER_VTL) {
                assertThat(broken(explored(guest, host))).contains("I-26").doesNotContain("I-03");
            } else {
                kept(guest, host);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void nothingIsLeftOfAnInterruptWhenTheVtlComes(HostDesign host) {
        ScriptedGuest guest = new ScriptedGuest(
                new VtlBounds(1, 2, 1, new VtlParts(1, 0, false), 0)).runs("vp0-vtl0",
                "reset -> SUCCESS", "send-ipi vp=0 vtl=1 vector=0 -> SUCCESS", STILL,
                "enable-partition-vtl vtl=1 -> SUCCESS",
                "enable-vp-vtl vp=0 vtl=1 -> SUCCESS", STILL);

        kept(guest, host);
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void initAndSipiStartNobodyInAnAbsentVtl(HostDesign host) {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1).started(1)
                .runs("vp0-vtl0", RAISES)
                .runs("vp0-vtl1", "init-sipi vp=1 -> SUCCESS",
                        "enable-vp-vtl vp=1 vtl=1 -> SUCCESS", "init-sipi vp=1 -> SUCCESS",
                        "vtl-return")
                .runs("vp1-vtl1", "get-vsm vtl=0 field=vp-status.EnabledVtlSet -> 3");

        kept(guest, host);
        if (host == HostDesign.VTL_AWARE_VCPU || host == HostDesign.PARAVISOR) {
            assertThat(broken(guest.explore("vtl-host=" + host.text().label(),
                    "vp-start=handed-over"))).doesNotContain("I-03");
        }
    }

    @Test
    void theStartOfQemuEnablesTheVtlInWhichItBegins() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1).started(1)
                .runs("vp0-vtl0", RAISES)
                .runs("vp0-vtl1", "start-vp vp=1 vtl=1 cr3=2 -> SUCCESS", "vtl-return")
                .runs("vp1-vtl1", "check register=cr3 -> 2",
                        "get-vsm vtl=0 field=vp-status.EnabledVtlSet -> 3");

        assertThat(broken(guest.explore("status-dialect=qemu"))).containsExactly("I-50");
    }

    private static String[] protects() {
        return new String[] {"set-partition-config vtl=1 -> SUCCESS",
            "modify-protection vtl=0 page=0 mask=none -> SUCCESS", "write word=0",
            "vtl-return"};
    }

    private static void kept(ScriptedGuest guest, HostDesign host) {
        ExplorationResult result = explored(guest, host);
        assertThat(result.isExhaustive()).isTrue();
        assertThat(broken(result)).isEmpty();
    }

    private static ExplorationResult explored(ScriptedGuest guest, HostDesign host) {
        return guest.explore("vtl-host=" + host.text().label());
    }

    private static ScriptedGuest pages(int vtls, int sints) {
        return new ScriptedGuest(new VtlBounds(2, vtls, 1, new VtlParts(1, sints, false), 0))
                .enabled(1);
    }

    private static ScriptedGuest three() {
        return pages(3, 0);
    }
}
