package org.exitrace.ghcb.psc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.PageStateList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each guest makes of the answers to its page state changes. */
class GuestsReactionTest {

    private static final String ALL_SHARED = "page-state-change first=0 pages=3 to=shared";

    /** Does what is asked, and says so. */
    private static void obliges(GuestWithPages machine) {
        if (machine.isByMsr()) {
            machine.guest.msr.become(MsrInfo.PAGE_STATE_CHANGE_RESPONSE.with(0));
            return;
        }
        machine.header(PageStateList.withCur(
                machine.header(), PageStateList.end(machine.header()) + 1L));
        machine.result(0, 0);
    }

    private static GuestWithPages machine(
            Consumer<GuestWithPages> host, String... switches) {
        return new GuestWithPages(host, switches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "ovmf", "svsm", "oak"})
    void everyGuestSharesItsPagesAndTakesThemBack(String code) {
        GuestWithPages machine = machine(GuestsReactionTest::obliges, "guest-code=" + code)
                .runs(ALL_SHARED + " gives DONE");

        assertThat(machine.result()).isEqualTo("DONE");
        assertThat(machine.memory.validated.isEmpty()).isTrue();
        assertThat(machine.guest.snp().table.shared.get()).isEqualTo(7);

        machine = machine(GuestsReactionTest::obliges, "guest-code=" + code).runs(
                ALL_SHARED, "page-state-change first=0 pages=3 to=private gives DONE");
        assertThat(machine.memory.validated.get()).isEqualTo(7);
        assertThat(machine.guest.snp().table.shared.isEmpty()).isTrue();
        assertThat(machine.guest.snp().outOfOrder.isClear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"linux, 1", "ovmf, 1", "svsm, 1", "oak, 3"})
    void oakAsksForEachPageAndTheOthersForAllAtOnce(String code, int requests) {
        assertThat(machine(GuestsReactionTest::obliges, "guest-code=" + code)
                .runs(ALL_SHARED).requests).hasSize(requests);
    }

    @ParameterizedTest
    @CsvSource({"linux, TERMINATED, 0", "ovmf, TERMINATED, 0", "svsm, DONE, 1", "oak, DONE, 1"})
    void svsmAndOakDoNotLookAtTheResult(String code, String result, int ignored) {
        GuestWithPages machine = machine(host -> {
            obliges(host);
            host.result(0, PageStateList.GENERIC);
        }, "guest-code=" + code).runs(ALL_SHARED);

        assertThat(machine.result()).isEqualTo(result);
        assertThat(machine.guest.snp().errorIgnored.isSet()).isEqualTo(ignored == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "ovmf", "svsm", "oak"})
    void everyGuestEndsWhereSwExitInfo1SaysNo(String code) {
        GuestWithPages machine = machine(host -> host.result(2, 3), "guest-code=" + code)
                .runs(ALL_SHARED, "touch page=1");

        assertThat(machine.guest.ended.isSet()).isTrue();
        assertThat(machine.guest.msr.get()).isEqualTo(0x11100);
        assertThat(machine.guest.snp().table.shared.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"linux, DONE, 3", "ovmf, DONE, 3", "svsm, DONE, 1", "oak, TERMINATED, 2"})
    void whoAsksAgainGetsAListDoneThatAHostDoesOneByOne(
            String code, String result, int requests) {
        GuestWithPages machine = machine(host -> {
            host.header(host.header() + (PageStateList.end(host.header()) == 0 ? 0 : 1));
            host.result(0, 0);
        }, "guest-code=" + code).runs(ALL_SHARED);

        assertThat(machine.result()).isEqualTo(result);
        assertThat(machine.requests).hasSize(requests);
        assertThat(machine.guest.snp().rewoundReissued.isClear()).isTrue();
        assertThat(machine.hasForgotten()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"linux, TERMINATED", "ovmf, DONE"})
    void linuxAloneLooksAtTheReservedPartOfTheHeader(String code, String result) {
        assertThat(machine(host -> {
            obliges(host);
            host.header(host.header() | 1L << 32);
        }, "guest-code=" + code).runs(ALL_SHARED).result()).isEqualTo(result);
    }

    @Test
    void aLongerListEndsLinuxAndKeepsOvmfAsking() {
        assertThat(machine(host -> host.header(PageStateList.header(3)), "guest-code=linux")
                .runs(ALL_SHARED).result()).isEqualTo("TERMINATED");
        GuestWithPages ovmf = machine(host -> {
            host.header(host.requests.size() == 1 ? PageStateList.header(3)
                    : PageStateList.withCur(host.header(), 4));
        }, "guest-code=ovmf").runs(ALL_SHARED);

        assertThat(ovmf.result()).isEqualTo("DONE");
        assertThat(ovmf.requests).containsExactly(
                PageStateList.header(2), PageStateList.header(3));
        assertThat(ovmf.guest.snp().rewoundReissued.isSet()).isTrue();
    }

    /** It goes from 0 to 2 and back to 1: never below the first, which is all that is compared. */
    @Test
    void linuxDoesNotSeeAnIndexThatGoesBackByLessThanItWentForward() {
        Consumer<GuestWithPages> rewinds = host -> {
            int[] next = {2, 1, 3};
            host.header(PageStateList.withCur(host.header(), next[host.requests.size() - 1]));
            host.result(0, 0);
        };
        GuestWithPages linux = machine(rewinds).runs(ALL_SHARED);
        assertThat(linux.result()).isEqualTo("DONE");
        assertThat(linux.guest.snp().rewoundReissued.isSet()).isTrue();

        GuestWithPages remembering = machine(rewinds, "psc-header=remembered").runs(ALL_SHARED);
        assertThat(remembering.result()).isEqualTo("TERMINATED");
        assertThat(remembering.guest.snp().rewoundReissued.isClear()).isTrue();
    }
}
