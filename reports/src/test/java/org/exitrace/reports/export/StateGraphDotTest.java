package org.exitrace.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.ReachedStates;
import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.Mailbox;
import org.exitrace.reports.sample.MailboxRuns;
import org.junit.jupiter.api.Test;

class StateGraphDotTest {

    private static final Design ONCE = Mailbox.usual();

    @Test
    void drawsTheMailboxAsTheReviewedFileDoes() {
        Golden.check("mailbox.dot", StateGraphDot.of(
                MailboxRuns.heading(ONCE, ""), ReachedStates.of(Mailbox.make(ONCE), 1_000)));
    }

    @Test
    void hasAsManyStatesAndStepsAsTheSearch() {
        ExplorationResult search = new Exploration(Mailbox.make(ONCE)).go();
        ReachedStates reached = ReachedStates.of(Mailbox.make(ONCE), 1_000);

        assertThat(reached.whole()).isTrue();
        assertThat(reached.states()).hasSize((int) search.states());
        assertThat(reached.edges()).hasSize((int) search.transitions() - 1);
        assertThat(reached.states().stream().filter(ReachedStates.State::atRest).count())
                .isEqualTo(search.statesAtRest());
    }

    @Test
    void marksWhatTheSearchFindsBroken() {
        ReachedStates reached = ReachedStates.of(Mailbox.make(ONCE), 1_000);

        assertThat(reached.states()).flatExtracting(ReachedStates.State::broken)
                .contains("mail-is-read", "deadlock");
    }

    @Test
    void drawsNoMoreThanItMayAndSaysSo() {
        ReachedStates reached = ReachedStates.of(Mailbox.make(ONCE), 3);
        String dot = StateGraphDot.of(MailboxRuns.heading(ONCE, ""), reached);

        assertThat(reached.whole()).isFalse();
        assertThat(reached.states()).hasSize(3);
        assertThat(reached.edges()).allMatch(edge -> edge.from() < 3 && edge.to() < 3);
        assertThat(dot).contains("the first 3 states, breadth-first", "style=dashed");
    }
}
