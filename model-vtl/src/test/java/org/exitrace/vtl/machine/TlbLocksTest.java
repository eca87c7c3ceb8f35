package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.engine.design.Design;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLB locks of all hosts: docs/vtl.md d.8 in KVM, f.2 in a paravisor. */
class TlbLocksTest {

    private static final VtlBounds TWO = new VtlBounds(2, 2, 1, new VtlParts(1, 0, false), 0);

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void aLockAndAFlushMayMeetAtAnyStep(HostDesign host) {
        assertThat(broken(meeting().explore("vtl-host=" + host.text().label()))).isEmpty();
    }

    @Test
    void aReleaseThatDoesNotWaitForFlushersLeavesOneSuspended() {
        assertThat(broken(meeting().explore("vtl-host=planes", "flush-inhibition=as-posted")))
                .containsExactlyInAnyOrder("script-vp1-vtl0-returns", "deadlock");
    }

    @ParameterizedTest
    @EnumSource(value = HostDesign.class, mode = EnumSource.Mode.EXCLUDE, names = "PARAVISOR")
    void aLockThatDoesNotWaitForFlushersIsFlushedThrough(HostDesign host) {
        assertThat(broken(meeting().explore("vtl-host=" + host.text().label(),
                "flush-inhibition=unsynchronized"))).containsExactly("I-39");
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void aFlushThatLooksAtNoLockIsJudgedByItsEndOnEachHost(HostDesign host) {
        assertThat(broken(meeting().explore("vtl-host=" + host.text().label(),
                "flush-calls=ignore"))).containsExactly("I-39");
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void aFlushThatIsOverBeforeTheLockIsNotJudged(HostDesign host) {
        ScriptedGuest guest = new ScriptedGuest(TWO)
                .runs("vp0-vtl0", "await word=0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "flush-tlb -> SUCCESS", "write word=0");

        assertThat(broken(guest.explore("vtl-host=" + host.text().label(),
                "flush-calls=ignore"))).isEmpty();
    }

    @Test
    void aParavisorEntersNoVtlWhoseMasksItHasChangedBeforeTheLocksThatItSaw() {
        assertThat(broken(protecting().explore("vtl-host=paravisor"))).isEmpty();
        assertThat(broken(protecting().explore("vtl-host=paravisor", "flush-calls=masks-pass")))
                .containsExactly("I-39-masks");
    }

    @ParameterizedTest
    @EnumSource(value = HostDesign.class, mode = EnumSource.Mode.EXCLUDE, names = "PARAVISOR")
    void noChangeOfMasksWaitsElsewhere(HostDesign host) {
        assertThat(broken(protecting().explore("vtl-host=" + host.text().label()))).isEmpty();
        assertThat(VtlMachine.refuses(TWO, design("flush-calls=masks-pass")
                .with("vtl-host", host.text().label())).orElseThrow())
                .contains("lets no change of masks wait");
    }

    /** VTL1 protects a page while the flush of its VTL0 waits for the same lock. */
    @Test
    void whoWaitsForALockAlreadyIsCountedOnce() {
        ScriptedGuest guest = new ScriptedGuest(TWO)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "write word=0",
                        "send-ipi vp=1 vtl=1 vector=0 -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "flush-tlb -> SUCCESS")
                .runs("vp1-vtl1", "set-partition-config vtl=1 -> SUCCESS", "eoi", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=paravisor"))).isEmpty();
    }

    @Test
    void aParavisorsProcessorNeverWaitsForItself() {
        ScriptedGuest guest = new ScriptedGuest(
                new VtlBounds(1, 2, 1, new VtlParts(1, 0, false), 0))
                .runs("vp0-vtl0", "vtl-call", "flush-tlb -> SUCCESS")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=paravisor", "tlb-lock-release=write")))
                .containsExactlyInAnyOrder("I-38", "I-39");
        assertThat(broken(guest.explore("vtl-host=planes", "tlb-lock-release=write")))
                .contains("I-38", "I-63", "deadlock");
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void aLockOfTwoVtlsIsOverWithTheLastOfThem(HostDesign host) {
        ScriptedGuest guest = new ScriptedGuest(
                new VtlBounds(2, 3, 1, new VtlParts(1, 0, false), 0))
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-call", "write word=0",
                        "vtl-return")
                .runs("vp0-vtl2", "lock-tlb vtl=0 -> SUCCESS",
                        "lock-tlb vtl=0 locked=false -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "flush-tlb -> SUCCESS");

        assertThat(broken(guest.explore("vtl-host=" + host.text().label())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "planes", "paravisor"})
    void aFlushWaitsForTwoThatLock(String host) {
        ScriptedGuest guest = new ScriptedGuest(
                new VtlBounds(3, 2, 1, new VtlParts(1, 0, false), 0))
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "vtl-call")
                .runs("vp1-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return")
                .runs("vp2-vtl0", "flush-tlb -> SUCCESS");

        assertThat(broken(guest.explore("vtl-host=" + host))).isEmpty();
    }

    @Test
    void aMachineInWhichNobodyLocksHasNoneOfTheSteps() {
        ScriptedGuest guest = new ScriptedGuest(TWO)
                .runs("vp0-vtl0", "vtl-call").runs("vp0-vtl1", "vtl-return")
                .runs("vp1-vtl0", "flush-tlb -> SUCCESS");

        for (String host : new String[] {"vtl-host=planes", "vtl-host=paravisor"}) {
            assertThat(guest.explore(host).states())
                    .isEqualTo(guest.explore(host, "flush-calls=ignore").states());
        }
    }

    @Test
    void hostsWithoutPlanesRefuseWhatIsSaidOfPlanes() {
        Design below = design("fault-guard=awaited").with("vtl-host", "paravisor");

        assertThat(VtlMachine.refuses(TWO, design("flush-inhibition=as-posted")).orElseThrow())
                .contains("leave 'flush-inhibition' out");
        assertThat(VtlMachine.refuses(TWO, design("flush-inhibition=unsynchronized")
                .with("vtl-host", "paravisor")).orElseThrow())
                .contains("leave 'flush-inhibition' out");
        assertThat(VtlMachine.refuses(TWO, below).orElseThrow())
                .contains("leave 'fault-guard' out");
    }

    private static Design design(String change) {
        String[] parts = change.split("=");
        return Design.usual(VtlMachine.SWITCHES).with(parts[0], parts[1]);
    }

    private static ScriptedGuest protecting() {
        return new ScriptedGuest(TWO)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "vtl-call")
                .runs("vp1-vtl1", "set-partition-config vtl=1 -> SUCCESS", "vtl-return");
    }

    private static ScriptedGuest meeting() {
        return new ScriptedGuest(TWO)
                .runs("vp0-vtl0", "read-page page=0 -> 0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "flush-tlb -> SUCCESS");
    }
}
