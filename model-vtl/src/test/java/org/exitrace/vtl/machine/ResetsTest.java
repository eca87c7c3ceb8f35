package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reset of a partition with several virtual processors. */
final class ResetsTest {

    private static final String ONE_LEFT = "get-vsm vtl=0 field=vp-status.EnabledVtlSet -> 1";

    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "vm-per-vtl", "slots-per-vtl", "planes", "paravisor"})
    void aProcessorInVtl2IsTakenDownToVtl0(String host) {
        ScriptedGuest guest = new ScriptedGuest(2, 3)
                .runs("vp0-vtl0", "await word=0", "reset -> SUCCESS",
                        "write-icr-sipi vp=1 -> SUCCESS")
                .runs("vp1-vtl0", "vtl-call", "sipi-entry", ONE_LEFT,
                        "check register=cr3 -> 0")
                .runs("vp1-vtl1", "vtl-call")
                .runs("vp1-vtl2", "mov register=cr3 value=3", "write word=0", "await word=1");

        assertThat(broken(guest.explore("vtl-host=" + host))).isEmpty();
    }

    @Test
    void onlyTheFirstProcessorResets() {
        ScriptedGuest guest = new ScriptedGuest(2, 2)
                .runs("vp1-vtl0", "reset -> ACCESS_DENIED", "mov register=rbx value=1",
                        "check register=rbx -> 1");

        assertThat(broken(guest.explore())).isEmpty();
    }

    @Test
    void oneThatWasNotStartedIsNotWaitedFor() {
        ScriptedGuest guest = new ScriptedGuest(2, 2).started(1)
                .runs("vp0-vtl0", "reset -> SUCCESS", ONE_LEFT, "init-sipi vp=1 -> SUCCESS")
                .runs("vp1-vtl0", "mov register=rbx value=1");

        assertThat(broken(guest.explore())).isEmpty();
    }
}
