package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.vtl.design.HostDesign;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The seven hosts, each with the same guests: what it breaks, and in how many states. */
class HostDesignsTest {

    @ParameterizedTest
    @CsvSource({"vtl-aware-vcpu, 86, 86", "vcpu-per-vtl, 199, 298", "vm-per-vtl, 206, 305",
        "slots-per-vtl, 60, 60", "combined-key, 199, 298", "planes, 96, 96", "paravisor, 70, 70"})
    void aCallAndItsReturnKeepAllRulesOnEachHost(String host, long states, long transitions) {
        ExplorationResult result = new ScriptedGuest(1, 2)
                .runs("vp0-vtl0", "mov register=rbx value=2", "mov register=cr3 value=1",
                        "vtl-call", "check register=rbx -> 1", "check register=cr3 -> 3",
                        "vtl-return -> #UD")
                .runs("vp0-vtl1", "entry-reason -> VTL_CALL", "check register=rbx -> 2",
                        "get-register vtl=0 register=cr3 -> 1", "translate vtl=0 -> 1",
                        "set-register vtl=0 register=cr3 value=3 -> SUCCESS",
                        "mov register=rbx value=1", "vtl-call -> #UD", "vtl-return")
                .explore("vtl-host=" + host);

        assertThat(broken(result)).isEmpty();
        assertCounts(result, states, transitions);
    }

    @ParameterizedTest
    @EnumSource
    void eachVtlKeepsItsPrivateRegisterWhileTheOtherIsActive(HostDesign host) {
        ExplorationResult result = new ScriptedGuest(1, 2)
                .runs("vp0-vtl0", "mov register=cr3 value=1", "vtl-call",
                        "check register=cr3 -> 1", "vtl-call", "check register=cr3 -> 1")
                .runs("vp0-vtl1", "mov register=cr3 value=2", "vtl-return",
                        "check register=cr3 -> 2", "vtl-return")
                .explore("vtl-host=" + host.text().label());

        assertThat(broken(result)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aProcessorThatIsStartedInVtl1BeginsThere(HostDesign host) {
        ExplorationResult result = new ScriptedGuest(2, 2).started(1)
                .runs("vp0-vtl0", "vtl-call")
                .runs("vp0-vtl1", "start-vp vp=1 vtl=1 cr3=2 -> SUCCESS", "vtl-return")
                .runs("vp1-vtl0", "check register=rbx -> 1", "vtl-call")
                .runs("vp1-vtl1", "check register=cr3 -> 2", "mov register=rbx value=1",
                        "vtl-return", "entry-reason -> VTL_CALL", "vtl-return")
                .explore("vtl-host=" + host.text().label());

        assertThat(broken(result)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vtl-aware-vcpu, '', 1446, 2641", "vcpu-per-vtl, I-23, 3951, 10813",
        "vm-per-vtl, I-23, 5034, 13848", "slots-per-vtl, '', 672, 1195",
        "combined-key, I-23, 3951, 10813", "planes, '', 941, 1679",
        "paravisor, '', 1444, 2667"})
    void hostsWithTwoThreadsLetVtl0GoOnAlthoughVtl1HasAnInterrupt(
            String host, String ids, long states, long transitions) {
        ExplorationResult result = new ScriptedGuest(2, 2)
                .runs("vp0-vtl0", "mov register=rbx value=1", "mov register=rbx value=2")
                .runs("vp0-vtl1", "entry-reason -> INTERRUPT", "eoi", "vtl-return")
                .runs("vp1-vtl0", "send-ipi vp=0 vtl=1 vector=0 -> SUCCESS")
                .explore("vtl-host=" + host);

        assertThat(broken(result)).containsExactlyElementsOf(
                ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
        assertCounts(result, states, transitions);
    }

    @ParameterizedTest
    @CsvSource({"vtl-aware-vcpu, ''", "vcpu-per-vtl, ''", "vm-per-vtl, ''", "slots-per-vtl, I-26",
        "combined-key, ''", "planes, ''", "paravisor, ''"})
    void onlyALocalApicThatIsLoadedIsReachedByAnotherVtl(String host, String ids) {
        ExplorationResult result = new ScriptedGuest(2, 2)
                .runs("vp0-vtl0", "write-icr vp=1 vector=0")
                .runs("vp1-vtl0", "vtl-call")
                .runs("vp1-vtl1", "mov register=rbx value=1", "vtl-return")
                .explore("vtl-host=" + host);

        assertThat(broken(result)).filteredOn("I-26"::equals).containsExactlyElementsOf(
                ids.isEmpty() ? List.of() : List.of(ids));
    }

    @Test
    void aDesignIsRefusedWhereNothingOfItCanMatter() {
        VtlBounds small = new VtlBounds(1, 2, 1, VtlParts.NONE, 0);
        VtlBounds three = new VtlBounds(1, 3, 1, VtlParts.NONE, 0);

        assertThat(VtlMachine.refuses(small, design("vmm=forgets-shared"))).hasValueSatisfying(
                why -> assertThat(why).contains("leave 'vmm' out"));
        assertThat(VtlMachine.refuses(small, design("plane-series=as-posted"))).isPresent();
        assertThat(VtlMachine.refuses(small, design("vtl-host=vm-per-vtl",
                "apic-groups=as-posted"))).isPresent();
        assertThat(VtlMachine.refuses(small, design("vtl-host=vm-per-vtl",
                "vmm=goes-to-top"))).hasValueSatisfying(
                        why -> assertThat(why).contains("take 'vtls: 3'"));
        for (String host : List.of("slots-per-vtl", "planes", "paravisor")) {
            for (String vmm : List.of("goes-to-top", "lowest-first")) {
                Design chooses = design("vtl-host=" + host, "vmm=" + vmm);
                assertThat(VtlMachine.refuses(small, chooses)).hasValue("a VMM that '" + vmm
                        + "' has nothing to choose on host '" + host
                        + "' with two VTLs; take 'vtls: 3', or leave 'vmm' out");
                assertThat(VtlMachine.refuses(three, chooses)).isEmpty();
            }
        }
        assertThat(VtlMachine.refuses(three, design("vtl-host=planes"))).isEmpty();
        assertThat(VtlMachine.refuses(small, design("vtl-host=vm-per-vtl",
                "vmm=resumes-both"))).isEmpty();
    }

    private static Design design(String... changes) {
        Design design = Design.usual(VtlMachine.SWITCHES);
        for (String change : changes) {
            String[] pair = change.split("=");
            design = design.with(pair[0], pair[1]);
        }
        return design;
    }

    private static List<String> broken(ExplorationResult result) {
        return result.broken().stream().map(verdict -> verdict.property().id()).toList();
    }

    private static void assertCounts(ExplorationResult result, long states, long transitions) {
        assertThat(Arrays.asList(result.states(), result.transitions()))
                .as("distinct states, transitions").containsExactly(states, transitions);
    }
}
