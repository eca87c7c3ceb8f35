package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.engine.explore.ExplorationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hypercalls that change what the virtual processors share. */
class PartitionTest {

    private static final String UNLOCKED = "partition-lock=none";

    @ParameterizedTest
    @ValueSource(strings = {"tlfs", "qemu", "openvmm"})
    void aVtlIsThereBehindTwoCallsAndBeginsWithItsContext(String dialect) {
        ExplorationResult result = new ScriptedGuest(1, 2).enabled(1)
                .runs("vp0-vtl0", "vtl-call -> #UD",
                        "enable-vp-vtl vp=0 vtl=1"
                                + " -> INVALID_PARAMETER|ACCESS_DENIED|INVALID_VTL_STATE",
                        "enable-partition-vtl vtl=1 mbec=true -> SUCCESS",
                        "vtl-call -> #UD",
                        "enable-vp-vtl vp=0 vtl=1 cr3=2 -> SUCCESS",
                        "get-vsm vtl=0 field=partition-status.MbecEnabledVtlSet -> 2",
                        "get-vsm vtl=0 field=vp-status.ActiveVtl -> 0",
                        "get-vsm vtl=1 field=vp-status.ActiveVtl -> ACCESS_DENIED",
                        "vtl-call", "check register=cr3 -> 0")
                .runs("vp0-vtl1", "check register=cr3 -> 2",
                        "get-vsm vtl=0 field=vp-status.ActiveVtl -> 1", "vtl-return")
                .explore("status-dialect=" + dialect);

        assertThat(result.isExhaustive()).isTrue();
        assertThat(broken(result)).isEmpty();
    }

    @Test
    void protectionsOnceEnabledStayAsTheyAre() {
        ExplorationResult result = new ScriptedGuest(1, 2)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1",
                        "set-vsm vtl=1 register=VSM_PARTITION_CONFIG value=0x27 -> SUCCESS",
                        "set-vsm vtl=1 register=VSM_PARTITION_CONFIG value=0x2e"
                                + " -> SUCCESS|INVALID_PARAMETER|INVALID_REGISTER_VALUE",
                        "get-vsm vtl=1 field=partition-config.EnableVtlProtection -> 1",
                        "get-vsm vtl=1 field=partition-config.DefaultVtlProtectionMask -> 3",
                        "set-vsm vtl=1 register=VSM_VP_STATUS value=1"
                                + " -> INVALID_PARAMETER|ACCESS_DENIED",
                        "vtl-return")
                .explore("status-dialect=qemu");

        assertThat(broken(result)).isEmpty();
    }

    @Test
    void ofTwoWhoAskForOneVtlOneSucceedsUnderTheLock() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1)
                .runs("vp0-vtl0", "enable-partition-vtl vtl=1", "enable-vp-vtl vp=0 vtl=1")
                .runs("vp1-vtl0", "enable-partition-vtl vtl=1", "enable-vp-vtl vp=0 vtl=1");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(UNLOCKED))).containsExactly("I-06", "I-07", "I-67");
    }

    @Test
    void ofTwoWhoStartOneProcessorOneSucceedsUnderTheLock() {
        ScriptedGuest guest = new ScriptedGuest(3, 1).started(2)
                .runs("vp0-vtl0", "start-vp vp=2 vtl=0 cr3=1 -> SUCCESS|INVALID_VP_STATE")
                .runs("vp1-vtl0", "start-vp vp=2 vtl=0 cr3=1 -> SUCCESS|INVALID_VP_STATE")
                .runs("vp2-vtl0", "check register=cr3 -> 1");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore(UNLOCKED))).containsExactly("I-33", "I-67");
    }

    /** QEMU is looser than what is published, OpenVMM stricter. */
    @Test
    void aStatusThatIsNotPublishedIsTold() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).enabled(1).runs("vp0-vtl0",
                "set-vsm vtl=0 register=VSM_PARTITION_CONFIG value=0x20",
                "enable-partition-vtl vtl=1 -> SUCCESS", "enable-vp-vtl vp=1 vtl=1");

        assertThat(broken(guest.explore("status-dialect=tlfs"))).isEmpty();
        assertThat(broken(guest.explore("status-dialect=qemu"))).containsExactly("I-50");
        assertThat(broken(guest.explore("status-dialect=openvmm"))).containsExactly("I-50");
    }

    @Test
    void whoeverNamesWhatIsNotThereIsRefused() {
        ExplorationResult result = new ScriptedGuest(1, 2).runs("vp0-vtl0",
                "enable-partition-vtl vtl=15 -> INVALID_PARAMETER|ACCESS_DENIED",
                "enable-vp-vtl vp=7 vtl=1 -> INVALID_VP_INDEX|ACCESS_DENIED",
                "start-vp vp=7 vtl=0 -> INVALID_VP_INDEX|INVALID_VP_STATE",
                "start-vp vp=0 vtl=0 -> INVALID_VP_INDEX|INVALID_VP_STATE",
                "set-vsm vtl=9 register=VSM_PARTITION_CONFIG value=1 -> ACCESS_DENIED",
                "get-vsm vtl=0 field=partition-config.ZeroMemoryOnReset"
                        + " -> INVALID_PARAMETER|ACCESS_DENIED").explore();

        assertThat(broken(result)).isEmpty();
    }

    @Test
    void whoIsDeniedStartsNobodyByInitAndSipiEither() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).started(1)
                .runs("vp0-vtl0", "vtl-call", "init-sipi vp=1 -> SUCCESS", "start-vp vp=1 vtl=0",
                        "vtl-call")
                .runs("vp0-vtl1",
                        "set-vsm vtl=1 register=VSM_PARTITION_CONFIG value=0x60 -> SUCCESS",
                        "vtl-return", "start-vp vp=1 vtl=0 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("init-drop=denied"))).isEmpty();
        assertThat(broken(guest.explore("init-drop=none"))).contains("I-31");
        assertThat(broken(guest.explore("status-dialect=qemu"))).contains("I-31", "I-50");
    }
}
