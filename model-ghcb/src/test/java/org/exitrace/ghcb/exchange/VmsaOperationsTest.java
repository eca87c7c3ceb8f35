package org.exitrace.ghcb.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.vmsa.VcpuVmsa;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of VMSA pages, and what a guest asks for about the processors that use them. */
class VmsaOperationsTest {

    private static TalkingGuest usingPage(int page, String... switches) {
        TalkingGuest machine = new TalkingGuest(3, switches);
        machine.vmsas.vcpus().get(0).current.initially(page);
        return machine;
    }

    @Test
    void aFreePageBecomesAVmsaAndIsReleasedAgain() {
        TalkingGuest machine = new TalkingGuest(2)
                .runs("build-vmsa page=1 for=1 features=3 gives OK");
        VmsaPage page = machine.vmsas.pages().get(1);
        assertThat(machine.broken()).isEmpty();
        assertThat(page.isVmsa()).isTrue();
        assertThat(page.made.get()).isEqualTo(1);
        assertThat(page.features.get()).isEqualTo(3);
        assertThat(machine.vmsas.pages().get(0).isVmsa()).isFalse();

        machine = new TalkingGuest(2).runs("build-vmsa page=1 for=1", "free-vmsa page=1 gives OK");
        page = machine.vmsas.pages().get(1);
        assertThat(machine.broken()).isEmpty();
        assertThat(!page.isVmsa() && page.made.isNone() && page.features.isEmpty())
                .isTrue();
        assertThat(page.reclaimedInUse.isClear()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"build-vmsa page=1 for=1 vmpl=1", "free-vmsa page=1 vmpl=3"})
    void onlyVmpl0SaysWhichPageIsAVmsa(String call) {
        TalkingGuest machine = new TalkingGuest(2);
        machine.memory.vmsas.initially(call.startsWith("free") ? 2 : 0);
        boolean before = call.startsWith("free");
        machine.runs(call + " gives FAIL_PERMISSION");

        assertThat(machine.broken()).isEmpty();
        assertThat(machine.vmsas.pages().get(1).isVmsa()).isEqualTo(before);
    }

    @Test
    void aPageThatIsNotValidatedEndsTheGuest() {
        TalkingGuest machine = new TalkingGuest(2);
        machine.memory.validated.initially(5);
        machine.runs("build-vmsa page=1 for=1 gives TERMINATED");

        assertThat(machine.broken()).isEmpty();
        assertThat(machine.vmsas.pages().get(1).made.isNone()).isTrue();
        assertThat(machine.guest().ended.isSet()).isTrue();
    }

    @Test
    void anAccessToAPageThatTheHostHasIsTriedAgainForEver() {
        TalkingGuest machine = new TalkingGuest(2);
        machine.memory.assigned.initially(5);
        machine.runs("build-vmsa page=1 for=1");

        assertThat(machine.result()).isEqualTo("-");
        assertThat(machine.vmsas.pages().get(1).isVmsa()).isFalse();
    }

    @Test
    void aPageInUseIsNotWritten() {
        TalkingGuest machine = usingPage(1).runs("build-vmsa page=1 for=2");

        assertThat(machine.result()).isEqualTo("FAIL_INUSE");
        assertThat(machine.vmsas.pages().get(1).made.isNone()).isTrue();
        assertThat(machine.vmsas.pages().get(1).isVmsa()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"checked, false", "unchecked, true"})
    void aPageInUseIsUsedForSomethingElseWhereNobodyLooks(String release, boolean reclaimed) {
        TalkingGuest machine = usingPage(1, "vmsa-release=" + release);
        VmsaPage page = machine.vmsas.pages().get(1);
        machine.memory.vmsas.initially(2);
        page.made.initially(0);
        machine.runs("free-vmsa page=1");

        assertThat(machine.result()).isEqualTo("FAIL_INUSE");
        assertThat(page.reclaimedInUse.isSet()).isEqualTo(reclaimed);
        assertThat(page.made.isNone()).isEqualTo(reclaimed);
        assertThat(page.isVmsa()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 2, RMP_FAULT, true", "0, 0, RMP_FAULT, false", "1, 2, OK, false",
        "1, 1, RMP_FAULT, false", "3, 0, OK, false"})
    void aHugeMappingTakesTheBitOfItsFirstPageForThatOfAll(
            int used, int touched, String result, boolean mistaken) {
        TalkingGuest machine = usingPage(used).runs("touch-huge page=" + touched);

        assertThat(machine.result()).isEqualTo(result);
        assertThat(machine.vmsas.pages().get(touched).takenForInUse.isSet())
                .isEqualTo(mistaken);
    }

    @ParameterizedTest
    @CsvSource({"1, YES", "2, NO"})
    void aProcessorKnowsFromWhichPageItRuns(int page, String result) {
        assertThat(usingPage(1).runs("check-own-vmsa page=" + page).result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "ap-create cpu=1 page=2 rax=5, RAX=5 SW_EXITINFO1=100000001 SW_EXITINFO2=402000",
        "ap-create-on-init cpu=2 page=0, RAX=1 SW_EXITINFO1=200000000 SW_EXITINFO2=400000",
        "ap-create cpu=1 page=1 vmpl=2, RAX=1 SW_EXITINFO1=100020001 SW_EXITINFO2=401000",
        "ap-destroy cpu=1, SW_EXITINFO1=100000002 SW_EXITINFO2=0"})
    void aRequestNamesProcessorAndPage(String call, String request) {
        TalkingGuest machine = new TalkingGuest(2).runs(call);

        assertThat(machine.requests()).containsExactly("AP_CREATION " + request);
        assertThat(machine.result()).isEqualTo("OK");
    }

    @ParameterizedTest
    @CsvSource({"4, MISSING_INPUT", "5, INVALID_INPUT", "6, INVALID_EVENT"})
    void theSecondWordTellsWhatWasWrong(long info2, String result) {
        TalkingGuest machine = new TalkingGuest(2).withHost(guest -> {
            guest.own().write(GhcbField.SW_EXITINFO1, 2);
            guest.own().write(GhcbField.SW_EXITINFO2, info2);
        }).runs("ap-again cpu=1");

        assertThat(machine.result()).isEqualTo(result);
        assertThat(machine.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void aProcessorIsDestroyedOnceTheHostHasTakenTheRequest(boolean taken, boolean destroyed) {
        TalkingGuest machine = new TalkingGuest(2);
        VcpuVmsa ap = machine.vmsas.vcpus().get(1);
        machine.withHost(guest -> ap.destroyTaken.become(taken)).runs("ap-destroy cpu=1");

        assertThat(ap.destroyed.isSet()).isEqualTo(destroyed);
        assertThat(ap.isOfLaunch()).isTrue();
        assertThat(ap.isInvalid()).isFalse();
        assertThat(machine.vmsas.vcpus().get(0).destroyed.isClear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"by-apic-id, 1", "by-index, 2"})
    void firmwareStartsAnApAgainFromThePageThatItsListSays(String lookup, int page) {
        TalkingGuest machine = new TalkingGuest(3, "vmsa-lookup=" + lookup)
                .runs("ap-again cpu=1 gives OK");

        assertThat(machine.requests()).containsExactly(
                "AP_CREATION SW_EXITINFO1=100000002 SW_EXITINFO2=0",
                "AP_CREATION RAX=1 SW_EXITINFO1=100000001 SW_EXITINFO2=40" + page + "000");
        assertThat(machine.vmsas.pages().get(page).made.get()).isEqualTo(1);
        assertThat(machine.vmsas.pages().get(page).isVmsa()).isTrue();
        assertThat(machine.broken()).isEmpty();
    }

    @Test
    void noApIsStartedAgainFromAPageThatIsStillInUse() {
        TalkingGuest machine = usingPage(1).runs("ap-again cpu=1");

        assertThat(machine.result()).isEqualTo("FAIL_INUSE");
        assertThat(machine.requests()).hasSize(1);
    }

    @Test
    void aPageIsFoundByItsAddress() {
        TalkingGuest machine = new TalkingGuest(1);

        assertThat(machine.vmsas.at(0x401000)).contains(machine.vmsas.pages().get(1));
        assertThat(machine.vmsas.at(0x403000)).isEmpty();
    }
}
