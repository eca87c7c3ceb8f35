package org.exitrace.kvm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.exitrace.engine.explore.ExplorationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Page state changes between guests and KVM. */
class PageStatesTest {

    private static final String MACHINE = "vcpus=1 snp=true pages=3 buffer-words=4";
    private static final String SHARE = "page-state-change first=0 pages=3 to=shared";
    private static final String SHARE_BY_MSR = "page-state-change first=1 to=shared form=msr";

    @ParameterizedTest
    @ValueSource(strings = {"linux", "ovmf", "svsm", "oak"})
    void aSharedPageIsTheHostsAndAPrivateOneTheGuests(String code) {
        Map<String, String> shared = new Exchanged(MACHINE).with("guest-code=" + code)
                .does(SHARE + " gives DONE").rest();
        assertThat(shared).containsEntry("rmp[2].assigned", "0")
                .containsEntry("rmp[2].validated", "0")
                .containsEntry("page_table.shared", "{0,1,2}")
                .containsEntry("psc[0].psc_idx", "0").containsEntry("psc[0].entry", "0x0");

        Map<String, String> back = new Exchanged(MACHINE).with("guest-code=" + code).does(
                SHARE, "page-state-change first=0 pages=3 to=private", "touch page=2 gives DONE")
                .rest();
        assertThat(back).containsEntry("rmp[2].assigned", "1")
                .containsEntry("rmp[2].validated", "1").containsEntry("page_table.shared", "{}")
                .containsEntry("rmp[2].gpa", "2").containsEntry("rmp[2].asid", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "msr"})
    void aVmmThatRefusesEndsTheGuestAndKeepsThePage(String form) {
        Map<String, String> cells = new Exchanged(MACHINE).with("vmm-at-map=refuses")
                .does("page-state-change first=1 to=shared form=" + form + " gives TERMINATED")
                .rest();

        assertThat(cells).containsEntry("guest[0].ended", "1")
                .containsEntry("rmp[1].assigned", "1")
                .containsEntry("page_table.shared", "{}");
    }

    @ParameterizedTest
    @CsvSource({"p-7.3, list, EINVAL, 0", "p-7.3, msr, EINVAL, 0",
        "p-6.17, list, KVM_EXIT_SYSTEM_EVENT, 1", "p-6.17, msr, KVM_EXIT_SYSTEM_EVENT, 1"})
    void anAnswerThatIsNoneEndsKvmRunAndWasAnErrorOfTheGuestsBefore(
            String kernel, String form, String returned, String ended) {
        assertThat(new Exchanged(MACHINE).with("vmm-at-map=answers-nonsense", "kernel=" + kernel)
                .does("page-state-change first=1 to=shared form=" + form).rest())
                .containsEntry("sev_es[0].returned", returned)
                .containsEntry("guest[0].ended", ended);
    }

    /** What the guest asked for was in order: the VMM's mistake is not held against it. */
    @ParameterizedTest
    @CsvSource({"answers-nonsense, list, L3-0", "answers-nonsense, msr, L3-0"})
    void aVmThatEndsByItsVmmsAnswerHasNotEndedByARequest(String vmm, String form, String broken) {
        assertThat(new Exchanged(MACHINE).with("vmm-at-map=" + vmm)
                .does("page-state-change first=1 to=shared form=" + form).explore().broken())
                .extracting(verdict -> verdict.property().id()).containsExactly(broken);
    }

    @Test
    void aPrivatePageThatBecomesPrivateStaysValidAndEndsTheGuestThatValidatesIt() {
        assertThat(new Exchanged(MACHINE)
                .does("page-state-change first=1 to=private form=msr gives TERMINATED").rest())
                .containsEntry("rmp[1].validated", "1").containsEntry("guest[0].ended", "1");
    }

    @Test
    void anEmptyMachineHasNoCellsOfMemory() {
        assertThat(new Exchanged("vcpus=1").rest().keySet()).noneMatch(name ->
                name.startsWith("psc[") || name.startsWith("rmp[") || name.startsWith("snp["));
        assertThat(new Exchanged("vcpus=1 snp=true").rest().keySet()).noneMatch(name ->
                name.startsWith("rmp[") || name.startsWith("snp["));
    }

    @Test
    void eachDesignBreaksWhatItIsSaidToBreak() {
        assertThat(broken(new Exchanged(MACHINE).with("psc-order=pvalidate-misplaced")
                .does(SHARE_BY_MSR))).containsExactly("S-29");
        assertThat(broken(new Exchanged(MACHINE).with("psc-order=mapping-misplaced")
                .does(SHARE_BY_MSR))).containsExactly("S-22");
        assertThat(broken(new Exchanged(MACHINE).with("host-at-list=idles").does(SHARE)))
                .containsExactlyInAnyOrder("L3-0", "livelock");
        assertThat(broken(new Exchanged(MACHINE).with("b-52-entries-once=without").does(SHARE)))
                .containsExactly("S-3");
        assertThat(broken(new Exchanged(MACHINE + " hypercall-exits=false")
                .with("guest-code=svsm").does(SHARE))).containsExactly("S-41");
        assertThat(broken(new Exchanged(MACHINE).does(SHARE))).isEmpty();
    }

    @Test
    void aHostileHostGivesAnotherPageAndOnlyACarefulGuestNotices() {
        Exchanged careless = new Exchanged(
                "vcpus=1 snp=true pages=2 adversary=1").with("not-validated=validate");
        assertThat(broken(careless.does("touch page=0"))).containsExactly("one-page-each");
        assertThat(broken(new Exchanged("vcpus=1 snp=true pages=2 adversary=1")
                .does("touch page=0"))).isEmpty();
    }

    private static Iterable<String> broken(Exchanged machine) {
        ExplorationResult result = machine.explore();
        assertThat(result.isExhaustive()).as(result.summary()).isTrue();
        return result.broken().stream().map(verdict -> verdict.property().id()).toList();
    }
}
