package org.exitrace.reports.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.state.CellChange;
import org.exitrace.reports.sample.Mailbox;
import org.exitrace.reports.sample.MailboxRuns;
import org.junit.jupiter.api.Test;

class TraceViewTest {

    @Test
    void tellsWhoWaitsAndWhoCanActBehindEachStep() {
        RunView run = MailboxRuns.lostRing();

        assertThat(run.activity(0).ready().stream()).containsExactly(0, 1, 2);
        assertThat(run.activity(6).ready().isEmpty()).isTrue();
        assertThat(run.activity(6).waiting().stream()).containsExactly(1);
        assertThat(run.waiting()).containsExactly("reader at fetch: wake at the bell");
        assertThat(run.heading().ending()).isEqualTo("at rest");
    }

    @Test
    void tellsWhatAStepReadAndWrote() {
        StepView test = MailboxRuns.lostRing().step(2);

        assertThat(test.footprint().reads()).containsExactly("box.letters");
        assertThat(test.footprint().writes()).containsExactly("reader.at");
    }

    @Test
    void drawsAnArrowWhereAStepActsOnWhatAnotherActorWroteOrMadePossible() {
        assertThat(MailboxRuns.prompt().arrows()).containsExactly(
                new Arrow(1, 2, "", List.of(new Message("box.letters", "= 1"))),
                new Arrow(5, 6, "dig: greet the reader once the box is empty again",
                        List.of(new Message("box.letters", "= 0"))));
    }

    @Test
    void drawsNoArrowToAStepThatReadsAndDoesTheSameAsWithoutTheWrite() {
        RunView run = MailboxRuns.lostRing();

        assertThat(run.step(4).changes()).extracting(CellChange::cell).contains("reader.mood");
        assertThat(run.step(5).footprint().reads()).contains("reader.mood");
        assertThat(run.arrows()).isEmpty();
    }

    @Test
    void leavesTheModelAsItWas() {
        Model model = Mailbox.make(Mailbox.usual());
        Trace trace = new Trace();
        new Run(model, new InOrder()).atMost(3).tell(trace).go();
        model.reset();
        long[] before = model.frame().snapshot();
        new TraceView(trace, MailboxRuns.heading(Mailbox.usual(), ""), List.of(), true);

        assertThat(model.frame().snapshot()).isEqualTo(before);
        assertThat(model.frame().observer()).isNull();
    }

    @Test
    void leavesOpenWhatHoldsAtRestIfTheRunNeverRested() {
        Model model = Mailbox.make(Mailbox.usual());
        Trace trace = new Trace();
        new Run(model, new InOrder()).atMost(1).tell(trace).go();
        RunView view = new TraceView(
                trace, MailboxRuns.heading(Mailbox.usual(), ""), List.of(), false);

        assertThat(view.properties()).extracting(PropertyView::verdict).containsExactly(
                Verdict.UNDECIDED, Verdict.NOT_REACHED, Verdict.UNDECIDED);
        assertThat(view.heading().ending()).isEqualTo("stopped by the bound on steps");
    }
}
