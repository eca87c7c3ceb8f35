package org.exitrace.ghcb.psc;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.spec.MsrInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PVALIDATE, its order, and the form of a request that needs no GHCB. */
class ValidationTest {

    private static final String BY_MSR = "page-state-change first=1 pages=2 to=shared form=msr";

    private static void agrees(GuestWithPages machine) {
        machine.guest.msr.become(MsrInfo.PAGE_STATE_CHANGE_RESPONSE.with(0));
    }

    @Test
    void theGhcbStandsInTheMsrAgainBehindRequestsByMsr() {
        GuestWithPages machine = new GuestWithPages(ValidationTest::agrees)
                .runs(BY_MSR + " gives DONE");

        assertThat(machine.requests).as("operation 2 at bit 52, the page from bit 12 on")
                .containsExactly(0x20_0000_0000_1014L, 0x20_0000_0000_2014L);
        assertThat(machine.isByMsr()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0x8000_0000_0000_0015L, 0x14, 0x1_0000_0015L, 0x1015})
    void anAnswerThatIsNoPlainYesEndsTheGuest(long answer) {
        GuestWithPages machine = new GuestWithPages(host -> host.guest.msr.become(answer))
                .runs(BY_MSR);

        assertThat(machine.result()).isEqualTo("TERMINATED");
        assertThat(machine.guest.snp().table.shared.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"fatal, TERMINATED", "ignored, DONE"})
    void pvalidateThatChangesNothingEndsAGuestUnlessItIgnoresThat(String how, String result) {
        GuestWithPages machine = new GuestWithPages(
                ValidationTest::agrees, "pvalidate-unchanged=" + how)
                .runs("PVALIDATE page=1 valid=false gives DONE", BY_MSR);

        assertThat(machine.result()).isEqualTo(result);
        assertThat(machine.guest.snp().unchangedIgnored.isSet()).isEqualTo(how.equals("ignored"));
        if (how.equals("fatal")) {
            assertThat(machine.guest.msr.get()).isEqualTo(0x21100);
        }
    }

    @Test
    void pvalidateTellsWhetherItChangedAnything() {
        assertThat(new GuestWithPages(ValidationTest::agrees)
                .runs("PVALIDATE page=2 valid=true").result()).isEqualTo("UNCHANGED");
    }

    @ParameterizedTest
    @CsvSource({"specified, false", "pvalidate-misplaced, true", "mapping-misplaced, false"})
    void onlyAMisplacedPvalidateIsOutOfOrder(String order, boolean wrong) {
        GuestWithPages machine = new GuestWithPages(ValidationTest::agrees, "psc-order=" + order)
                .runs(BY_MSR, "page-state-change first=1 pages=2 to=private form=msr gives DONE");
        assertThat(machine.guest.snp().outOfOrder.isSet()).isEqualTo(wrong);
        assertThat(machine.memory.validated.get()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"panic, TERMINATED, 5", "validate, DONE, 7"})
    void anUnvalidatedPageEndsAGuestUnlessItValidatesWhatItTouches(
            String how, String result, long validated) {
        GuestWithPages machine = new GuestWithPages(
                ValidationTest::agrees, "not-validated=" + how)
                .runs("PVALIDATE page=1 valid=false", "touch page=1");

        assertThat(machine.result()).isEqualTo(result);
        assertThat(machine.memory.validated.get()).isEqualTo(validated);
    }

    @Test
    void aPageThatTheHostHasIsWaitedFor() {
        GuestWithPages machine = new GuestWithPages(
                host -> host.memory.assigned.remove(2))
                .runs("VMGEXIT", "map page=2 as=shared", "map page=2 as=private",
                        "touch page=1 gives DONE", "touch page=2");

        assertThat(machine.guest.result.get()).isNotEqualTo("DONE");
        assertThat(machine.guest.snp().table.shared.isEmpty()).isTrue();
    }

    @Test
    void memoryIsAcceptedOnce() {
        GuestWithPages machine = new GuestWithPages(ValidationTest::agrees);
        machine.memory.validated.initially(6);
        machine.runs("accept-memory page=0 gives DONE", "accept-memory page=0 gives DONE");

        assertThat(machine.requests).containsExactly(0x10_0000_0000_0014L);
        assertThat(machine.memory.validated.get()).isEqualTo(7);
        assertThat(machine.guest.snp().table.unaccepted.orElseThrow().acceptedTwice.isClear())
                .isTrue();
    }

    @Test
    void memoryThatIsValidAlreadyEndsTheGuestThatAcceptsIt() {
        assertThat(new GuestWithPages(ValidationTest::agrees)
                .runs("accept-memory page=0 gives TERMINATED").guest.ended.isSet()).isTrue();
    }
}
