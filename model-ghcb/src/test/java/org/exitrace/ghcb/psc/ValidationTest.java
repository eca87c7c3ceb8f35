package org.exitrace.ghcb.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.ghcb.memory.PageAnswer;
import org.exitrace.ghcb.memory.Unaccepted;
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
        GuestWithPages machine = new GuestWithPages(ValidationTest::agrees)
                .runs("PVALIDATE page=2 valid=true");

        assertThat(machine.result()).isEqualTo("UNCHANGED");
        assertThat(machine.hasForgotten()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"specified, false", "pvalidate-misplaced, true", "mapping-misplaced, false"})
    void onlyAMisplacedPvalidateIsOutOfOrder(String order, boolean wrong) {
        GuestWithPages machine = new GuestWithPages(ValidationTest::agrees, "psc-order=" + order)
                .runs(BY_MSR, "page-state-change first=1 pages=2 to=private form=msr gives DONE");
        assertThat(machine.guest.snp().outOfOrder.isSet()).isEqualTo(wrong);
        assertThat(machine.validated()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"panic, TERMINATED, 5", "validate, DONE, 7"})
    void anUnvalidatedPageEndsAGuestUnlessItValidatesWhatItTouches(
            String how, String result, long validated) {
        GuestWithPages machine = new GuestWithPages(
                ValidationTest::agrees, "not-validated=" + how)
                .runs("PVALIDATE page=1 valid=false", "touch page=1");

        assertThat(machine.result()).isEqualTo(result);
        assertThat(machine.validated()).isEqualTo(validated);
        assertThat(machine.hasForgotten()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"touch page=0", "PVALIDATE page=0 valid=false"})
    void aPageThatTheHostHasIsWaitedFor(String access) {
        GuestWithPages machine = new GuestWithPages(host -> {
            host.memory.assigned.remove(0);
            agrees(host);
        }).runs(BY_MSR, access, "map page=0 as=shared");

        assertThat(machine.requests).hasSize(2);
        assertThat(machine.validated()).isEqualTo(1);
        assertThat(machine.shared()).as("it comes to no further line").isEqualTo(6);
    }

    @Test
    void aValidatedPageIsTouchedAndNothingElse() {
        GuestWithPages machine = new GuestWithPages(ValidationTest::agrees).runs("touch page=2");

        assertThat(machine.result()).isEqualTo("DONE");
        assertThat(machine.requests).isEmpty();
    }

    @Test
    void onlyTheseOperationsNeedMemory() {
        List<String> names = List.of(
                "page-state-change", "PVALIDATE", "touch", "map", "accept-memory", "VMGEXIT");
        assertThat(names.stream().filter(MemoryOperations::isNamed))
                .containsExactlyElementsOf(names.subList(0, 5));
    }

    @Test
    void aPageIsMappedAsItIsTold() {
        assertThat(new GuestWithPages(ValidationTest::agrees)
                .runs("map page=0 as=shared", "map page=1 as=shared", "map page=0 as=private")
                .shared()).isEqualTo(2);
    }

    @Test
    void aPageThatTheGuestHasNotIsRefused() {
        assertThatThrownBy(() -> new GuestWithPages(ValidationTest::agrees).runs("touch page=3"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("pages: 3");
    }

    /** What is validated and what is mapped shared when the host is asked. */
    @ParameterizedTest
    @CsvSource({"specified, 0 0 0 0", "pvalidate-misplaced, 3 0 3 0",
        "mapping-misplaced, 0 3 0 3"})
    void eachOrderHasItsStepsBeforeAndBehindTheRequest(String order, String seen) {
        List<Long> found = new ArrayList<>();
        GuestWithPages machine = new GuestWithPages(host -> {
            if (host.requests.size() % 2 == 1) {
                found.addAll(List.of(host.validated() & 3, host.shared()));
            }
            assertThat(host.guest.snp().pending.isSet()).isTrue();
            agrees(host);
        }, "psc-order=" + order).runs("page-state-change first=0 pages=2 to=shared form=msr",
                "page-state-change first=0 pages=2 to=private form=msr");

        assertThat(found).hasToString("[" + seen.replace(" ", ", ") + "]");
        assertThat(machine.shared()).isZero();
        assertThat(machine.validated()).isEqualTo(7);
        assertThat(machine.hasForgotten()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"specified", "pvalidate-misplaced", "mapping-misplaced"})
    void aRefusedRequestIsTheLastThatAGuestDoes(String order) {
        GuestWithPages machine = new GuestWithPages(host -> {
            if (host.requests.size() == 2) {
                host.guest.msr.become(0x14);
            } else {
                agrees(host);
            }
        }, "psc-order=" + order).runs("page-state-change first=0 pages=1 to=shared form=msr",
                "page-state-change first=0 pages=1 to=private form=msr");

        assertThat(machine.result()).isEqualTo("TERMINATED");
        assertThat(machine.hasForgotten()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"specified, shared, false", "pvalidate-misplaced, shared, false",
        "mapping-misplaced, shared, false", "specified, private, true",
        "pvalidate-misplaced, private, true", "mapping-misplaced, private, true"})
    void pvalidateThatChangesNothingIsTheLastThatAGuestDoes(
            String order, String to, boolean validated) {
        GuestWithPages machine = new GuestWithPages(
                ValidationTest::agrees, "psc-order=" + order);
        machine.memory.validated.initially(validated ? 7 : 6);
        machine.runs("page-state-change first=0 pages=1 form=msr to=" + to);

        assertThat(machine.result()).isEqualTo("TERMINATED");
        assertThat(machine.hasForgotten()).isTrue();
    }

    @Test
    void anAnswerThatIsIgnoredIsForgottenBeforeTheRequest() {
        List<PageAnswer> found = new ArrayList<>();
        GuestWithPages machine = new GuestWithPages(host -> {
            found.add(host.guest.snp().answer.get());
            agrees(host);
        }, "pvalidate-unchanged=ignored");
        machine.memory.validated.initially(0);
        machine.runs(BY_MSR);

        assertThat(found).containsExactly(PageAnswer.DONE, PageAnswer.DONE);
        assertThat(machine.result()).isEqualTo("DONE");
    }

    @Test
    void memoryIsAcceptedOnce() {
        GuestWithPages machine = new GuestWithPages(ValidationTest::agrees);
        machine.memory.validated.initially(6);
        machine.runs("accept-memory page=0 gives DONE", "accept-memory page=0 gives DONE");

        assertThat(machine.requests).containsExactly(0x10_0000_0000_0014L);
        assertThat(machine.validated()).isEqualTo(7);
        Unaccepted table = machine.guest.snp().table.unaccepted.orElseThrow();
        assertThat(table.acceptedTwice.isClear()).isTrue();
        assertThat(table.pages.isEmpty()).isTrue();
    }

    @Test
    void aPageThatIsAcceptedAnywayNeedsNothing() {
        assertThat(new GuestWithPages(ValidationTest::agrees)
                .runs("PVALIDATE page=1 valid=true", "accept-memory page=1").result())
                .isEqualTo("DONE");
    }

    @Test
    void itIsNotedThatAPageIsAcceptedTwice() {
        GuestWithPages machine = new GuestWithPages(host -> {
            host.guest.snp().table.unaccepted.orElseThrow().pages.add(0);
            host.memory.validated.remove(0);
            agrees(host);
        });
        machine.memory.validated.initially(6);
        machine.runs("accept-memory page=0", BY_MSR, "accept-memory page=0 gives DONE");

        assertThat(machine.guest.snp().table.unaccepted.orElseThrow().acceptedTwice.isSet())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"locked, true", "unlocked, false"})
    void theTableIsLockedWhileTheHostIsAsked(String lock, boolean isLocked) {
        List<Boolean> found = new ArrayList<>();
        GuestWithPages machine = new GuestWithPages(host -> {
            found.add(!host.guest.snp().table.unaccepted.orElseThrow().lock.isFree());
            agrees(host);
        }, "acceptance=" + lock);
        machine.memory.validated.initially(6);
        machine.runs("accept-memory page=0");

        assertThat(found).containsExactly(isLocked);
    }

    @Test
    void memoryThatIsValidAlreadyEndsTheGuestThatAcceptsIt() {
        assertThat(new GuestWithPages(ValidationTest::agrees)
                .runs("accept-memory page=0 gives TERMINATED").guest.snp().table.unaccepted
                .orElseThrow().pages.get()).as("and stays unaccepted").isEqualTo(1);
    }
}
