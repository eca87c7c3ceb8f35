package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/** How long virtual CPUs were out: from each exit to the same actor's next entry. */
final class ExitTimes {

    private static final String ENTRY = "vmentry";
    private static final String GHCB = "vmexit.ghcb";
    private static final int NOBODY = -1;
    /** Reasons by steps that have one only; names of arch/x86/include/uapi/asm/svm.h. */
    private static final Map<String, String> REASONS = Map.of("HLT", "hlt",
            "#VMEXIT by kick, mode = OUTSIDE_GUEST_MODE", "interrupt");

    private final List<Step> steps;
    private final boolean[] exits;
    private final boolean[] enters;
    private final TimingSamples.Exit[] seen;
    private final VtlExits vtls;
    private final int[] out;
    private final int[] because;
    private final long[] sinceNs;

    /** Of runs of {@code model}, or of others made like it. */
    ExitTimes(Model model) {
        steps = model.steps();
        exits = new boolean[steps.size()];
        enters = new boolean[steps.size()];
        seen = new TimingSamples.Exit[steps.size()];
        for (int i = 0; i < exits.length; i++) {
            exits[i] = TimingSamples.Exit.isCostOfOne(steps.get(i).costKey());
            enters[i] = steps.get(i).costKey().equals(ENTRY);
        }
        vtls = new VtlExits(model);
        out = new int[model.actors().size()];
        because = new int[out.length];
        sinceNs = new long[out.length];
    }

    /** A run begins: nobody is out, and nothing was seen. */
    void begin() {
        Arrays.fill(out, NOBODY);
        Arrays.fill(seen, null);
    }

    /** {@code step} can be taken, behind the step that is told next. */
    void becameEnabled(Step step) {
        if (exits[step.index()]) {
            vtls.becameEnabled(step);
        }
    }

    /** {@code step} was taken. */
    void stepped(Step step, long atNs) {
        int index = step.index();
        if (exits[index]) {
            out[step.actor().index()] = index;
            because[step.actor().index()] = vtls.cause(step);
            sinceNs[step.actor().index()] = atNs;
        } else if (enters[index] && out[step.actor().index()] != NOBODY) {
            int actor = step.actor().index();
            long ns = atNs - sinceNs[actor];
            Step left = steps.get(out[actor]);
            String name = withoutRoutine(left.name());
            int cause = because[actor];
            String reason = left.costKey().equals(GHCB) ? "vmgexit"
                    : vtls.reason(cause).orElse(REASONS.getOrDefault(name, name));
            add(cause, new TimingSamples.Exit(reason, name, 1, ns, ns, ns, (double) ns * ns));
            out[actor] = NOBODY;
        }
        vtls.stepped(step);
    }

    /** What exits, whatever routine it stands in. */
    private static String withoutRoutine(String step) {
        return step.substring(step.lastIndexOf(": ") < 0 ? 0 : step.lastIndexOf(": ") + 2);
    }

    private void add(int step, TimingSamples.Exit exit) {
        seen[step] = seen[step] == null ? exit : seen[step].and(exit);
    }

    /** Adds those of other runs. */
    void add(ExitTimes next) {
        for (int i = 0; i < seen.length; i++) {
            if (next.seen[i] != null) {
                add(i, next.seen[i]);
            }
        }
    }

    /** By step, the most frequent first. */
    List<TimingSamples.Exit> exits() {
        Map<String, TimingSamples.Exit> names = new TreeMap<>();
        for (TimingSamples.Exit exit : seen) {
            if (exit != null) {
                names.merge(exit.reason() + " " + exit.step(), exit, TimingSamples.Exit::and);
            }
        }
        List<TimingSamples.Exit> sorted = new ArrayList<>(names.values());
        sorted.sort(Comparator.comparingLong(TimingSamples.Exit::count).reversed());
        return sorted;
    }
}
