package org.exitrace.ghcb.vc;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NMIs inside of #VC handlers: one backup, and who needs a second. */
class NestedNmiTest {

    private static final String PLAIN = " SW_EXITINFO1=0 SW_EXITINFO2=0";
    private static final String COMPLETE = "NMI_COMPLETE" + PLAIN;
    private static final String WBINVD = "WBINVD" + PLAIN;

    @Test
    void anNmiBetweenTwoHandlersIsCompletedAtItsEntry() {
        TalkingGuest machine = new TalkingGuest(2)
                .told(0, "send-nmi to=1", "write word=0")
                .told(1, "await word=0", "vc event=RDTSC").goes();

        assertThat(machine.requests()).containsExactly(COMPLETE, WBINVD, "RDTSC" + PLAIN);
        assertThat(machine.broken()).isEmpty();
        GhcbGuest hit = machine.guests.get(1);
        assertThat(hit.nmiPending.isClear() && hit.nmiOwed.isClear()
                && hit.nmiBlocked.isClear() && hit.inNmiEntry.isClear()).isTrue();
        assertThat(machine.handlers.get(1).nmiLevel.get()).isZero();
        assertThat(machine.guests.get(0).nmiOwed.isClear()).isTrue();
    }

    @Test
    void theHandlersReturnUnblocksNmisAnyway() {
        TalkingGuest machine = new TalkingGuest(1);
        machine.withHost(guest -> {
            if (machine.requests().size() == 1) {
                guest.receiveNmi();
            } else if (machine.requests().size() == 3) {
                guest.nmiBlocked.raise();
                guest.inNmiEntry.raise();
            }
        }).runs("vc event=CPUID value=5");

        assertThat(machine.requests()).hasSize(3);
        assertThat(machine.guest().nmiBlocked.isClear()).isTrue();
        assertThat(machine.guest().inNmiEntry.isClear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"kept, '', ''", "none, halted image_lost, S-7"})
    void anNmiInsideOfAHandlerLeavesThePageAsItWas(String backup, String marks, String broken) {
        TalkingGuest machine = new TalkingGuest(1, "ghcb-backup=" + backup)
                .withHostAt(1, GhcbGuest::receiveNmi)
                .runs("vc event=CPUID value=5", "write word=1");

        assertThat(machine.requests()).containsExactly(
                "CPUID RAX=5 RCX=5" + PLAIN, COMPLETE, WBINVD);
        assertThat(String.join(" ", machine.marks())).isEqualTo(marks);
        assertThat(String.join(" ", machine.broken())).isEqualTo(broken);
        assertThat(machine.words.isSet(1)).isEqualTo(backup.equals("kept"));
        assertThat(machine.vc().depth.get()).isEqualTo(backup.equals("kept") ? 0 : 1);
    }

    /** The guest's own count says that the page is free, so that it takes no backup. */
    @Test
    void aPageThatANestedHandlerHasChangedIsLostWhateverTheGuestCounts() {
        TalkingGuest machine = new TalkingGuest(1);
        machine.withHost(guest -> {
            int request = machine.requests().size();
            if (request == 1) {
                guest.receiveNmi();
                machine.vc().depth.clear();
            } else if (request == 3) {
                machine.vc().depth.become(2);
            }
        }).runs("vc event=CPUID value=5");

        assertThat(machine.requests()).hasSize(3);
        assertThat(machine.marks()).contains("image_lost");
        assertThat(machine.broken()).contains("S-7");
    }

    @ParameterizedTest
    @CsvSource({"as-code, halted, ''", "none, too_deep, S-6"})
    void aThirdHandlerPanicsUnlessItGoesOnWithoutABackup(
            String checks, String mark, String broken) {
        TalkingGuest machine = new TalkingGuest(1, "guest-checks=" + checks);
        machine.withHost(guest -> {
            if (machine.requests().size() <= 2) {
                guest.receiveNmi();
            }
        }).runs("vc event=CPUID value=5");

        assertThat(machine.requests().subList(0, 2))
                .containsExactly("CPUID RAX=5 RCX=5" + PLAIN, COMPLETE);
        assertThat(machine.requests().size() == 2).isEqualTo(checks.equals("as-code"));
        assertThat(machine.marks()).contains(mark);
        assertThat(machine.broken().contains("S-6")).isEqualTo(broken.equals("S-6"));
        assertThat(machine.vc().nmiLevel.get()).isEqualTo(checks.equals("as-code") ? 2 : 0);
    }

    @Test
    void anNmiWaitsUntilTheOneBeforeItIsComplete() {
        TalkingGuest machine = new TalkingGuest(1)
                .withHostAt(1, guest -> {
                    guest.nmiBlocked.raise();
                    guest.receiveNmi();
                }).runs("vc event=WBINVD");

        assertThat(machine.requests()).containsExactly(WBINVD);
        assertThat(machine.guest().nmiPending.isSet()).isTrue();
        assertThat(machine.broken()).containsExactly("L6");
    }

    @Test
    void aHostThatUnblocksNmisTooEarlyBreaksTheEntry() {
        TalkingGuest machine = new TalkingGuest(1)
                .withHostAt(1, guest -> {
                    guest.inNmiEntry.raise();
                    guest.receiveNmi();
                }).runs("vc event=WBINVD");

        assertThat(machine.marks()).containsExactly("nmi_in_entry");
        assertThat(machine.broken()).containsExactly("S-33");
        assertThat(machine.requests()).containsExactly(WBINVD, COMPLETE, WBINVD);
    }

    @ParameterizedTest
    @CsvSource({"in-use, 1", "unmarked, 0"})
    void aPageThatIsFilledAheadIsInUseOnlyIfItIsMarked(String prefill, int depth) {
        TalkingGuest machine = new TalkingGuest(1, "hold-prefill=" + prefill)
                .runs("hold-prefilled");

        assertThat(machine.requests()).containsExactly("AP_RESET_HOLD" + PLAIN);
        assertThat(machine.vc().depth.get()).isEqualTo(depth);
        assertThat(machine.broken()).isEmpty();
    }

    @Test
    void aPageThatIsFilledAheadLeavesOneHandlerTheBackup() {
        TalkingGuest machine = new TalkingGuest(1, "guest-checks=none");
        machine.withHost(guest -> {
            if (machine.requests().size() == 1) {
                guest.receiveNmi();
            }
        }).nmiWhen(NestedNmiTest::isFilledForHold).runs("hold-prefilled");

        assertThat(machine.requests().subList(0, 2)).containsExactly(COMPLETE, COMPLETE);
        assertThat(machine.broken()).contains("S-6");
    }

    /** The NMI comes when all is filled but the page has not been handed over. */
    @ParameterizedTest
    @CsvSource({"in-use, false", "unmarked, true"})
    void anNmiBeforeAPrefilledHoldTakesAnUnmarkedPage(String prefill, boolean lost) {
        TalkingGuest machine = new TalkingGuest(1, "hold-prefill=" + prefill)
                .nmiWhen(NestedNmiTest::isFilledForHold)
                .runs("hold-prefilled");

        assertThat(machine.vc().prefillLost.isSet()).isEqualTo(lost);
        assertThat(machine.broken().contains("S-16")).isEqualTo(lost);
        assertThat(machine.requests().subList(0, 2)).containsExactly(COMPLETE, WBINVD);
    }

    private static boolean isFilledForHold(GhcbGuest guest) {
        return guest.own().isValid(GhcbField.SW_EXITINFO2)
                && guest.own().get(GhcbField.SW_EXITCODE) == NaeEvent.AP_RESET_HOLD.code();
    }
}
