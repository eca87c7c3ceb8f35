package org.exitrace.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.sample.Mailbox;
import org.exitrace.reports.sample.MailboxRuns;
import org.exitrace.reports.text.TextTiming;
import org.junit.jupiter.api.Test;

class TimedRunsTest {

    @Test
    void countsRunsBreakagesAndBusyTime() {
        TimingView view = hundredRuns();

        assertThat(view.runs()).isEqualTo(100);
        assertThat(view.measures().get(0).samplesNs()).hasSize(100).containsOnly(0);
        assertThat(view.breakages()).extracting(breakage -> breakage.property().id())
                .containsExactly("mail-is-read", "deadlock");
        assertThat(view.breakages()).extracting(TimingView.Breakage::broken)
                .containsExactly(0L, 0L);
        assertThat(view.actors()).extracting(TimingView.ActorTime::busyNs)
                .containsExactly(0L, 0L, 0L);
    }

    @Test
    void leavesWaitingOutWhereItWasNotMeasured() {
        assertThat(TextTiming.of(hundredRuns())).contains("not busy").doesNotContain("waiting");
        assertThat(HtmlReport.timing(hundredRuns())).contains("<th>not busy</th>");
    }

    @Test
    void countsABrokenPropertyOnceARun() {
        Model model = Mailbox.make(Mailbox.usual());
        TimedRuns runs = new TimedRuns(model);
        RunResult lost = new Run(model, MailboxRuns.losing()).goOnWhenBroken().go();
        runs.add(lost, actor -> 3_000);
        runs.add(lost, actor -> 1_000_000);
        TimingView view = runs.view(MailboxRuns.heading(Mailbox.usual(), "p"), List.of());

        assertThat(view.breakages()).extracting(TimingView.Breakage::broken)
                .containsExactly(2L, 2L);
        assertThat(view.measures().get(0).samplesNs()).containsExactly(6_250, 6_250);
        assertThat(view.actors().get(0)).isEqualTo(
                new TimingView.ActorTime("writer", 9_250, 0, 3_250));
    }

    private static TimingView hundredRuns() {
        Model model = Mailbox.make(Mailbox.usual());
        TimedRuns runs = new TimedRuns(model);
        for (long seed = 0; seed < 100; seed++) {
            EarliestFirst clock = new EarliestFirst(TimingProfile.named("free"), seed);
            runs.add(new Run(model, clock).go(), clock::busyNs);
        }
        return runs.view(MailboxRuns.heading(Mailbox.usual(), "free"), List.of());
    }
}
