package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protected pages on each host, and what hosts with tables of their own owe to faults. */
class HostPagesTest {

    private static final String PROTECTS = "set-partition-config vtl=1 -> SUCCESS";

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void eachHostTellsOfAnAccessThatIsForbiddenAndLetsItBeTriedAgain(HostDesign host) {
        assertThat(broken(protectedPage().explore(name(host)))).isEmpty();
        assertThat(broken(protectedPage().explore(name(host), "emulator=ignores")))
                .contains("I-35");
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void eachHostWaitsForWhoeverHasATranslation(HostDesign host) {
        assertThat(broken(twoProcessors().explore(name(host)))).isEmpty();
        assertThat(broken(twoProcessors().explore(name(host), "protection-flush=kick")))
                .contains("I-35", "I-42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcpu-per-vtl", "vm-per-vtl", "slots-per-vtl", "combined-key"})
    void aFaultThatGoesByWhatItReadBeforeMapsWhatIsForbidden(String host) {
        assertThat(broken(twoProcessors().explore("vtl-host=" + host, "fault-guard=uncovered")))
                .contains("I-35", "I-42");
    }

    @ParameterizedTest
    @EnumSource(HostDesign.class)
    void aFlushWaitsForALockOnEachHost(HostDesign host) {
        ScriptedGuest guest = guest(2)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "lock-tlb vtl=0 -> SUCCESS", "write word=0", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "flush-tlb -> SUCCESS");

        assertThat(broken(guest.explore(name(host)))).isEmpty();
        assertThat(broken(guest.explore(name(host), "flush-calls=ignore"))).contains("I-39");
    }

    @Test
    void anEmulationGoesByOldRightsUnlessTheChangeWaitsForIt() {
        ScriptedGuest guest = guest(2)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", PROTECTS, "modify-protection vtl=0 mask=none page=0 -> SUCCESS",
                        "write word=0", "vtl-return")
                .runs("vp1-vtl0", "emulated-read page=0 -> 0", "await word=0", "read-page page=0")
                .runs("vp1-vtl1", "read-intercept -> READ",
                        "modify-protection vtl=0 mask=r page=0 -> SUCCESS", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=planes"))).containsExactly("I-35");
        assertThat(broken(guest.explore("vtl-host=planes", "fault-guard=awaited"))).isEmpty();
        assertThat(broken(guest.explore("vtl-host=paravisor"))).isEmpty();
        assertThat(broken(guest.explore("vtl-host=paravisor", "fault-guard=uncovered")))
                .containsExactly("I-35");
    }

    @Test
    void oneTableOfAttributesSavesTheWalkOfTheListOfDevices() {
        long devices = protectedPage().explore("vtl-host=vcpu-per-vtl").states();
        long table = protectedPage().explore("vtl-host=combined-key").states();

        assertThat(table).isLessThan(devices);
    }

    @Test
    void theKernelOfOneVmReadsAVcpuThatMayExecuteWhereUserSpaceTellsInTime() {
        assertThat(broken(protectedPage().explore("vtl-host=vcpu-per-vtl", "vmm=resumes-both")))
                .contains("I-11", "I-47");
        assertThat(broken(protectedPage().explore("vtl-host=vm-per-vtl", "vmm=resumes-both")))
                .contains("I-11").doesNotContain("I-47");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vcpu-per-vtl", "vm-per-vtl", "combined-key"})
    void anInterruptBehindAnInterceptThatWasToldIsNamedAsAnInterrupt(String host) {
        ScriptedGuest guest = guest(2)
                .runs("vp0-vtl0", "vtl-call", "write-page page=0 value=1")
                .runs("vp0-vtl1", PROTECTS, "modify-protection vtl=0 mask=r page=0 -> SUCCESS",
                        "vtl-return", "entry-reason -> INTERCEPT|INTERRUPT", "read-intercept",
                        "modify-protection vtl=0 mask=rw page=0 -> SUCCESS", "write word=0",
                        "vtl-return", "eoi", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "send-ipi vp=0 vtl=1 vector=0 -> SUCCESS");

        assertThat(broken(guest.explore("vtl-host=" + host))).doesNotContain("I-18", "I-36");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vtl-aware-vcpu", "slots-per-vtl", "planes", "paravisor"})
    void aFlushForTheLowestVtlSaysNothingOfTheNextWhoseTurnComes(String host) {
        ScriptedGuest guest = new ScriptedGuest(
                new VtlBounds(2, 3, 1, new VtlParts(1, 0, false), 0)).runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "vtl-call", "vtl-return")
                .runs("vp0-vtl2", "set-partition-config vtl=2 mask=rw -> SUCCESS", "write word=0",
                        "vtl-return")
                .runs("vp1-vtl0", "vtl-call")
                .runs("vp1-vtl1", "execute-page page=0", "execute-page page=0", "await word=0",
                        "execute-page page=0", "vtl-return")
                .runs("vp1-vtl2", "modify-protection vtl=1 mask=rwx page=0", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=" + host))).isEmpty();
    }

    @Test
    void oneRecordForAllIsMixedUpUnlessALockIsAroundIt() {
        ScriptedGuest guest = guest(2)
                .runs("vp0-vtl0", "vtl-call", "write word=0", "write-page page=0 value=1")
                .runs("vp0-vtl1", PROTECTS, "modify-protection vtl=0 mask=r page=0 -> SUCCESS",
                        "vtl-return", "read-intercept", "vtl-return")
                .runs("vp1-vtl0", "await word=0", "execute-page page=0")
                .runs("vp1-vtl1", "read-intercept", "vtl-return");

        assertThat(broken(guest.explore("vtl-host=vm-per-vtl", "intercept-record=shared")))
                .contains("I-70");
        assertThat(broken(guest.explore("vtl-host=slots-per-vtl", "intercept-record=shared")))
                .doesNotContain("I-70");
    }

    private static ScriptedGuest protectedPage() {
        return guest(1)
                .runs("vp0-vtl0", "read-page page=0 -> 0", "vtl-call", "emulated-read page=0 -> 2",
                        "write-page page=0 value=1")
                .runs("vp0-vtl1", PROTECTS,
                        "modify-protection vtl=0 mask=none page=0 -> SUCCESS", "vtl-return",
                        "entry-reason -> INTERCEPT", "read-intercept -> READ",
                        "write-page page=0 value=2",
                        "modify-protection vtl=0 mask=r page=0 -> SUCCESS", "vtl-return",
                        "read-intercept -> WRITE",
                        "modify-protection vtl=0 mask=rw page=0 -> SUCCESS", "vtl-return");
    }

    private static ScriptedGuest twoProcessors() {
        return guest(2)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", PROTECTS, "modify-protection vtl=0 mask=r page=0 -> SUCCESS",
                        "write word=0", "vtl-return")
                .runs("vp1-vtl0", "write-page page=0 value=1", "await word=0",
                        "write-page page=0 value=2")
                .runs("vp1-vtl1", "read-intercept -> WRITE",
                        "modify-protection vtl=0 mask=rw page=0 -> SUCCESS", "vtl-return");
    }

    private static String name(HostDesign host) {
        return "vtl-host=" + host.text().label();
    }

    private static ScriptedGuest guest(int vps) {
        return new ScriptedGuest(new VtlBounds(vps, 2, 1, new VtlParts(1, 0, false), 0));
    }
}
