package org.exitrace.reports.sample;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.step.Step;
import org.exitrace.reports.view.LaneState;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.TraceView;

/** Runs of the mailbox that tests look at. */
public final class MailboxRuns {

    private static final List<String> LOST_RING = List.of(
            "garden dig: dig",
            "reader fetch: is there mail?",
            "writer deliver: put a letter into the box",
            "reader fetch: grow drowsy",
            "writer deliver: ring",
            "reader fetch: fall asleep");
    private static final List<String> PROMPT = List.of(
            "writer deliver: put a letter into the box",
            "reader fetch: is there mail?",
            "garden dig: dig",
            "writer deliver: ring",
            "reader fetch: take the letters",
            "garden dig: greet the reader once the box is empty again");

    /** The reader's mood stands in its lane. */
    public static final List<LaneState> LANES =
            List.of(new LaneState("reader", "reader.mood", Map.of("ASLEEP", 'Z')));

    private MailboxRuns() {
    }

    /** The ring comes before the reader sleeps: the letter stays. */
    public static RunView lostRing() {
        return run(LOST_RING, "", false);
    }

    /** Chooses the steps of {@link #lostRing}, one every 1,250 ns. */
    public static Scheduler losing() {
        return new ByName(LOST_RING);
    }

    /** Mail comes first: all is well; each step takes 1,250 ns. */
    public static RunView prompt() {
        return run(PROMPT, "by-the-clock", true);
    }

    private static RunView run(List<String> names, String profile, boolean latched) {
        Design design = latched ? Mailbox.usual().with("ring", "latched") : Mailbox.usual();
        Model model = Mailbox.make(design);
        Trace trace = new Trace();
        new Run(model, new ByName(names)).goOnWhenBroken().tell(trace).go();
        return new TraceView(trace, heading(design, profile), LANES, true);
    }

    /** What is run in that design. */
    public static RunHeading heading(Design design, String profile) {
        return new RunHeading("mail/lost-ring", "1 writer, 1 reader, 1 garden", design, profile,
                profile.isEmpty() ? "" : "42",
                "./exitrace replay mail/lost-ring --set ring=" + design.labels().get("ring"));
    }

    /** Takes steps by name, one every 1,250 ns. */
    private static final class ByName implements Scheduler {

        private final Iterator<String> names;
        private long nowNs = -1250;

        ByName(List<String> names) {
            this.names = names.iterator();
        }

        @Override
        public Step next(Enabled enabled) {
            nowNs += 1250;
            return names.hasNext() ? enabled.find(names.next()) : null;
        }

        @Override
        public long nowNs() {
            return nowNs;
        }
    }
}
