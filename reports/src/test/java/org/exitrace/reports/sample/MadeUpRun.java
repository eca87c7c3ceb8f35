package org.exitrace.reports.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.state.CellChange;
import org.exitrace.reports.view.Activity;
import org.exitrace.reports.view.Arrow;
import org.exitrace.reports.view.CellView;
import org.exitrace.reports.view.FootprintView;
import org.exitrace.reports.view.LaneState;
import org.exitrace.reports.view.Message;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StepView;
import org.exitrace.reports.view.Verdict;

/** A run of any size that no model made: for widths, limits and hostile names. */
public record MadeUpRun(
        RunHeading heading, List<String> actors, List<CellView> cells, List<StepView> steps,
        List<Arrow> arrows, List<PropertyView> properties, List<LaneState> laneStates,
        List<String> waiting) implements RunView {

    private static final String[] STATES =
            {"RUNNABLE", "HALTED", "INIT_RECEIVED", "SIPI_RECEIVED", "AP_RESET_HOLD"};

    /** That many actors and steps; {@code mark} stands in every text. */
    public static MadeUpRun of(int actorCount, int stepCount, String mark, boolean timed) {
        List<String> actors = new ArrayList<>();
        List<CellView> cells = new ArrayList<>();
        List<LaneState> lanes = new ArrayList<>();
        for (int i = 0; i < actorCount; i++) {
            actors.add((i == 0 ? "bsp" : "ap" + i) + mark);
            String region = "vcpu[" + i + "]" + mark;
            cells.add(cell(region + ".mp_state", CellView.Type.TEXT, "RUNNABLE"));
            cells.add(cell(region + ".sent", CellView.Type.NUMBER, "0"));
            lanes.add(new LaneState(actors.get(i), region + ".mp_state"));
        }
        RandomStream stream = RandomStream.named(7, "made up");
        String[] now = new String[actorCount];
        java.util.Arrays.fill(now, "RUNNABLE");
        List<StepView> steps = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        for (int n = 1; n <= stepCount; n++) {
            int actor = stream.nextInt(actorCount);
            String next = STATES[stream.nextInt(STATES.length)];
            List<CellChange> changes = next.equals(now[actor]) ? List.of() : List.of(
                    new CellChange(cells.get(2 * actor).name(), now[actor], next));
            now[actor] = next;
            steps.add(new StepView(n, actor, "kvm_apic_accept_events" + mark
                    + ": test-and-clear the pending SIPI of this vCPU", "lapic.c" + mark,
                    timed ? 1234L * n : 0, changes, new FootprintView(
                            List.of(cells.get(2 * actor).name()), List.of())));
            int cause = n - 1 - stream.nextInt(Math.min(n, 12));
            if (cause > 0 && steps.get(cause - 1).actor() != actor) {
                arrows.add(new Arrow(cause, n,
                        n % 3 == 0 ? "" : "kvm_apic_accept_events: SIPI" + mark,
                        n % 3 == 1 ? List.of() : List.of(new Message(
                                cells.get(2 * actor).name(), "= " + STATES[n % 5] + mark))));
            }
        }
        PropertyView broken = new PropertyView("id" + mark, "never", "a sentence" + mark,
                "a reason" + mark, "a source" + mark, Verdict.BROKEN, stepCount / 2);
        return new MadeUpRun(
                heading(mark, timed), actors, cells, steps, arrows, List.of(broken), lanes,
                List.of("ap1 at a place" + mark));
    }

    private static CellView cell(String name, CellView.Type type, String initial) {
        return new CellView(name, name.endsWith(".sent") ? CellView.Role.GHOST
                : CellView.Role.ESSENTIAL, type, initial);
    }

    private static RunHeading heading(String mark, boolean timed) {
        return new RunHeading("made-up/run" + mark, "a machine" + mark,
                Design.usual(List.of()), timed ? "profile" + mark : "", "42", "0123456789abcdef",
                "at rest" + mark, "./exitrace replay made-up" + mark + " " + "x".repeat(220));
    }

    @Override
    public int stepCount() {
        return steps.size();
    }

    @Override
    public StepView step(int number) {
        return steps.get(number - 1);
    }

    @Override
    public Activity activity(int number) {
        BitSet ready = new BitSet();
        BitSet waits = new BitSet();
        for (int actor = 0; actor < actors.size(); actor++) {
            int kind = (number / 3 + actor * 5) % 4;
            ready.set(actor, kind < 2);
            waits.set(actor, kind == 2);
        }
        return new Activity(ready, waits);
    }
}
