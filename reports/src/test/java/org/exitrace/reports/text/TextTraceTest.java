package org.exitrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.MadeUpRun;
import org.exitrace.reports.sample.MailboxRuns;
import org.exitrace.reports.view.RunView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTraceTest {

    @Test
    void showsTheLostRingAsTheReviewedFileDoes() {
        Golden.check("lost-ring.txt", TextTrace.of(MailboxRuns.lostRing()));
    }

    @Test
    void showsVirtualTimesOfATimedRun() {
        Golden.check("prompt.txt", TextTrace.of(MailboxRuns.prompt()));
    }

    @Test
    void hasRoomForEightActors() {
        Golden.check("eight-actors.txt", TextTrace.of(MadeUpRun.of(8, 12, "", true)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 500", "8, 2000", "16, 300", "17, 100", "300, 1000", "3, 0"})
    void isNeverWiderThanAHundredColumnsAndPlainAscii(int actors, int steps) {
        for (String mark : List.of("", "_of_a_rather_long_name", "\u00e9\n\t\u2014<x>")) {
            String text = TextTrace.of(MadeUpRun.of(actors, steps, mark, steps % 200 == 0));

            assertThat(text.lines()).allMatch(line -> line.length() <= 100)
                    .allMatch(line -> line.equals(line.stripTrailing()));
            assertThat(text.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
        }
    }

    @Test
    void letsActorsBeyondTheSixteenthShareALane() {
        RunView run = MadeUpRun.of(40, 60, "", false);
        String text = TextTrace.of(run);

        assertThat(text).contains("~ all others").contains("f ap");
        assertThat(text.lines().filter(line -> line.startsWith(" step")).findFirst().orElse(""))
                .isEqualTo(" step  1  2  3  4  5  6  7  8  9  a  b  c  d  e  f  ~   what");
    }

    @Test
    void keepsEachLaneInItsColumnsOnEveryLine() {
        String text = TextTrace.of(MadeUpRun.of(4, 200, "", false));
        int lane = text.lines().filter(line -> line.startsWith(" step")).findFirst().orElse("")
                .indexOf("ap2");

        assertThat(text.lines().filter(line -> line.contains(" ap2 kvm_apic")).toList())
                .isNotEmpty().allMatch(line -> line.charAt(lane) == '*');
    }

    @Test
    void writesALongReproductionSoThatAShellJoinsIt() {
        String text = TextTrace.of(MadeUpRun.of(2, 3, "", false));
        String pasted = text.substring(text.indexOf("repeat\n") + 7).replace("\\\n", "");

        assertThat(pasted).isEqualTo("./exitrace replay made-up " + "x".repeat(220) + "\n");
    }
}
