package org.exitrace.ghcb.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.host.TalkingGuest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an AP is waited for that does not answer. */
class AnswerOperationsTest {

    @ParameterizedTest
    @CsvSource({"times-out, true", "for-ever, false"})
    void anApThatDoesNotAnswerIsGivenUpOrWaitedForWithoutEnd(String how, boolean goesOn) {
        TalkingGuest machine = new TalkingGuest(2, "answer-wait=" + how)
                .told(0, "await-ap ap=1 word=1", "write word=2");
        machine.guests.get(1).cpu.wakeOwed.initially(true);
        machine.goes();

        assertThat(machine.words.isSet(2)).isEqualTo(goesOn);
        assertThat(machine.guests.get(1).cpu.wakeOwed.isSet()).isEqualTo(!goesOn);
        assertThat(machine.broken().contains("deadlock")).isEqualTo(!goesOn);
    }

    @Test
    void anApThatHasAnsweredIsNotGivenUp() {
        TalkingGuest machine = new TalkingGuest(2)
                .told(0, "write word=1", "await-ap ap=1 word=1");
        machine.guests.get(1).cpu.wakeOwed.initially(true);
        machine.goes();

        assertThat(machine.result()).isEqualTo("YES");
        assertThat(machine.guests.get(1).cpu.wakeOwed.isSet()).isTrue();
    }
}
