package org.exitrace.ghcb.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An AP that says that it is done and holds, and who starts it once more. */
class SecondStartOperationsTest {

    private static final String WHEN_HELD = "second-start=when-held";
    private static final String MARK =
            "set of=1 field=SW_EXITINFO2 value=2 valid=false";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyAnInitOutsideOfTheHoldIsNoted(boolean held) {
        TalkingGuest machine = new TalkingGuest(2);
        machine.guests.get(1).cpu.holdOpen.initially(held);
        machine.runs("start-again ap=1");

        assertThat(machine.startedAgain.unheld.isSet()).isEqualTo(!held);
    }

    @Test
    void whoWaitsForTheHoldSendsNothingWhileTheMarkStands() {
        TalkingGuest machine = new TalkingGuest(2, WHEN_HELD).runs(MARK, "start-again ap=1");

        assertThat(machine.startedAgain.unheld.isClear()).isTrue();
        assertThat(machine.broken()).containsExactly("deadlock");
    }

    @Test
    void whoDoesNotLookSendsAtOnce() {
        TalkingGuest machine = new TalkingGuest(2).runs(MARK, "start-again ap=1");

        assertThat(machine.startedAgain.unheld.isSet()).isTrue();
        assertThat(machine.broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"when-told, 0", "when-held, 2"})
    void anApHoldsWithItsMarkInAFieldThatTheHostWrites(String start, String info2) {
        TalkingGuest machine = new TalkingGuest(1, "second-start=" + start).runs("park word=0");

        assertThat(machine.requests())
                .containsExactly("AP_RESET_HOLD SW_EXITINFO1=0 SW_EXITINFO2=" + info2);
        assertThat(machine.words.isSet(0)).isTrue();
        assertThat(machine.result()).isEqualTo("RELEASED");
    }

    @Test
    void anApThatWasMerelyWokenHoldsAgain() {
        TalkingGuest machine = new TalkingGuest(1)
                .withHostAt(1, SecondStartOperationsTest::wakes).runs("park word=0");

        assertThat(machine.requests()).hasSize(2);
        assertThat(machine.result()).isEqualTo("RELEASED");
    }

    private static void wakes(GhcbGuest guest) {
        guest.own().write(GhcbField.SW_EXITINFO2, 0);
    }
}
