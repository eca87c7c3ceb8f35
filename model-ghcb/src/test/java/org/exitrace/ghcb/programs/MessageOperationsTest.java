package org.exitrace.ghcb.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.message.Messages;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GuestRequestAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guest's driver makes of what host and firmware answer to a message. */
class MessageOperationsTest {

    private static final String PAGES = " SW_EXITINFO1=20000 SW_EXITINFO2=21000";
    private static final String PLAIN = "GUEST_REQUEST" + PAGES;

    /** The host says {@code info2} to its request {@code number}; else the firmware answers. */
    private static TalkingGuest told(TalkingGuest machine, int number, long info2) {
        return machine.withHost(guest -> {
            if (machine.requests().size() == number) {
                guest.own().write(GhcbField.SW_EXITINFO2, info2);
            } else {
                machine.messages.answerRequest();
            }
        });
    }

    private static TalkingGuest answered(TalkingGuest machine) {
        return told(machine, 0, 0);
    }

    private static void hasLostNothing(TalkingGuest machine, int counter) {
        assertThat(machine.messages.counter.get()).isEqualTo(counter);
        assertThat(machine.messages.wiped.isSet()).isFalse();
        assertThat(machine.messages.pending.isSet()).isFalse();
        assertThat(machine.messages.reusedNumber.isSet()).isFalse();
        assertThat(machine.messages.tookOther.isSet()).isFalse();
        assertThat(machine.messages.mutex.isFree()).isTrue();
        assertThat(machine.broken()).isEmpty();
    }

    @Test
    void theNumberRisesByTwoWithEachAnswer() {
        TalkingGuest machine = answered(new TalkingGuest(1))
                .runs("guest-request message=1", "guest-request message=2");

        assertThat(machine.requests()).containsExactly(PLAIN, PLAIN);
        assertThat(machine.messages.request.holds(3, 2)).isTrue();
        assertThat(machine.messages.answer.holds(4, 2)).isTrue();
        assertThat(machine.result()).isEqualTo("OK");
        hasLostNothing(machine, 4);
    }

    @Test
    void aBusyHostIsSentTheSameMessageAgain() {
        TalkingGuest machine = told(new TalkingGuest(1), 1, GuestRequestAnswer.BUSY.info2())
                .runs("guest-request message=3");

        assertThat(machine.requests()).containsExactly(PLAIN, PLAIN);
        assertThat(machine.messages.request.holds(1, 3)).isTrue();
        assertThat(machine.result()).isEqualTo("OK");
        hasLostNothing(machine, 2);
    }

    @Test
    void aMessageWhoseCertificatesDoNotFitGoesWithoutThem() {
        TalkingGuest machine = told(new TalkingGuest(1), 1,
                GuestRequestAnswer.INVALID_LEN.info2())
                .runs("guest-request message=3 certificates=1");

        assertThat(machine.requests()).containsExactly(
                "EXTENDED_GUEST_REQUEST RAX=22000 RBX=1" + PAGES, PLAIN);
        assertThat(machine.messages.request.holds(1, 3)).isTrue();
        assertThat(machine.result()).isEqualTo("OK");
        hasLostNothing(machine, 2);
    }

    @ParameterizedTest
    @CsvSource({"0x16", "0x100000000", "0x7fffffff00000000", "0x300000000"})
    void behindAnyOtherErrorTheKeyIsWiped(String info2) {
        TalkingGuest machine = told(new TalkingGuest(1), 1, Long.decode(info2))
                .runs("guest-request message=1", "guest-request message=2");

        assertThat(machine.requests()).containsExactly(PLAIN);
        assertThat(machine.messages.wiped.isSet()).isTrue();
        assertThat(machine.messages.counter.get()).isZero();
        assertThat(machine.messages.usedAfterError.isSet()).isFalse();
        assertThat(machine.messages.mutex.isFree()).isTrue();
        assertThat(machine.result()).isEqualTo("NO");
    }

    @Test
    void aRequestThatIsMalformedCostsTheKeyAndNotTheGuest() {
        TalkingGuest machine = new TalkingGuest(1).withHostAt(1,
                guest -> guest.own().write(GhcbField.SW_EXITINFO1, 2))
                .runs("guest-request message=1", "write word=1");

        assertThat(machine.messages.wiped.isSet()).isTrue();
        assertThat(machine.words.isSet(1)).isTrue();
        assertThat(machine.marks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false"})
    void aKeyThatIsKeptGivesAnotherMessageTheSameNumber(int next, boolean reused) {
        TalkingGuest machine = told(new TalkingGuest(1, "message-error=keeps"), 1, 0x16)
                .runs("guest-request message=1", "guest-request message=" + next);

        assertThat(machine.messages.reusedNumber.isSet()).isEqualTo(reused);
        assertThat(machine.messages.usedAfterError.isSet()).isTrue();
        assertThat(machine.messages.counter.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"number, false, true, NO", "none, true, false, OK"})
    void anOldAnswerHasAnOldNumber(String check, boolean taken, boolean wiped, String result) {
        TalkingGuest machine = new TalkingGuest(1, "message-check=" + check);
        machine.withHost(guest -> {
            if (machine.requests().size() == 1) {
                machine.messages.answerRequest();
            }
        }).runs("guest-request message=1", "guest-request message=2");

        assertThat(machine.messages.answered(2)).isEqualTo(1);
        assertThat(machine.messages.tookOther.isSet()).isEqualTo(taken);
        assertThat(machine.messages.wiped.isSet()).isEqualTo(wiped);
        assertThat(machine.result()).isEqualTo(result);
    }

    @Test
    void noMessageIsSentBehindTheLastNumber() {
        TalkingGuest machine = answered(new TalkingGuest(1)).runs("guest-request message=1",
                "guest-request message=1", "guest-request message=1",
                "guest-request message=1", "guest-request message=1");

        assertThat(machine.requests()).hasSize(4);
        assertThat(machine.result()).isEqualTo("NO");
        hasLostNothing(machine, Messages.MOST_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"0, DONE", "0x16, FIRMWARE", "0xffffffff, FIRMWARE", "0x100000000, INVALID_LEN",
        "0x100000016, INVALID_LEN", "0x200000000, BUSY", "0x300000000, GENERIC",
        "0x4000000000000000, GENERIC"})
    void whatTheHostSaysComesBeforeWhatTheFirmwareSays(String info2, GuestRequestAnswer answer) {
        assertThat(GuestRequestAnswer.of(Long.decode(info2))).isEqualTo(answer);
        assertThat(GuestRequestAnswer.of(answer.info2())).isEqualTo(
                answer == GuestRequestAnswer.FIRMWARE ? GuestRequestAnswer.DONE : answer);
    }
}
