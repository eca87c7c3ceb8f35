package org.exitrace.scenarios.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.exitrace.engine.explore.ReachedStates;
import org.exitrace.engine.observe.VisibleBehaviour;
import org.exitrace.kvm.tracepoint.VcpuEvent;
import org.exitrace.kvm.tracepoint.VcpuLoop;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;
import org.exitrace.traces.measure.Vcpus;

/**
 * Holds a trace against {@link VcpuLoop}, an event at a time, each vCPU for itself, up to the first
 * that does not fit. What it needs grows with the number of vCPUs and not with the trace.
 *
 * <p>A trace begins and, where events were lost, goes on in any state. Which interrupts are pending
 * is followed by their vectors.
 */
public final class TraceCheck {

    private static final int MOST_STATES = 100_000;

    private final List<String> labels = Arrays.stream(VcpuEvent.values())
            .map(event -> VcpuLoop.ACTOR + " " + event).toList();
    private final Set<String> recorded;
    private final VisibleBehaviour behaviour;
    private final Vcpus<CheckedVcpu> threads;
    private final LabelReader reader = new LabelReader();
    private final List<long[]> uses = new ArrayList<>();
    private long lines;
    private long judged;
    private long gaps;
    private long setAside;
    private TraceVerdict.Rejection rejection;

    /**
     * A check of a trace that begins anywhere.
     *
     * @param recorded names of the tracepoints that were recorded; none for all of them
     * @param posted whether hardware may post interrupts of which no tracepoint tells
     */
    public TraceCheck(Set<String> recorded, boolean posted) {
        this.recorded = Set.copyOf(recorded);
        List<String> visible = new ArrayList<>();
        for (VcpuEvent event : VcpuEvent.values()) {
            visible.add(isRecorded(event) ? labels.get(event.ordinal()) : "");
        }
        this.behaviour = new VisibleBehaviour(
                ReachedStates.of(VcpuLoop.model(posted), MOST_STATES), visible);
        this.threads = new Vcpus<>((task, number) -> new CheckedVcpu(task.tid() < 0
                ? "vcpu " + number : task.comm() + "-" + task.tid(), behaviour.anywhere()));
    }

    /** Where no wake-up was recorded, nobody needs nested guests to explain how a halt ends. */
    private boolean isRecorded(VcpuEvent event) {
        if (event == VcpuEvent.NESTED && !isRecorded(VcpuEvent.WAKEUP)) {
            return true;
        }
        return recorded.isEmpty() || LabelReader.tracepoints(event).stream()
                .map(Tracepoint::name).anyMatch(recorded::contains);
    }

    /** Takes the next; false where it does not fit, and then nothing more is taken. */
    public boolean see(TraceItem item) {
        if (rejection != null) {
            return false;
        }
        if (item instanceof TraceEvent event) {
            if (!event(event)) {
                return false;
            }
        } else {
            gaps++;
            threads.all().forEach(vcpu -> vcpu.lose(behaviour.anywhere()));
        }
        lines = item.line();
        return true;
    }

    private boolean event(TraceEvent event) {
        EventRole role = EventRole.of(event.body().tracepoint());
        if (!recorded.isEmpty() && !recorded.contains(event.body().tracepoint().name())) {
            setAside++;
            return true;
        }
        if (role == EventRole.ANYTIME) {
            return true;
        }
        if (role == EventRole.ACCEPT) {
            return accepted(event);
        }
        CheckedVcpu vcpu = threads.of(event, role.number(event.body()));
        if (vcpu == null) {
            return true;
        }
        VcpuEvent label = reader.read(role, event.body(), vcpu);
        boolean creates = role == EventRole.GHCB_ENTER && LabelReader.creates(event.body());
        return fits(vcpu, label, event)
                && (!creates || startsOthers(vcpu, event));
    }

    /** It is an event of the vCPU that accepts, whoever prints it. */
    private boolean accepted(TraceEvent event) {
        VcpuEvent label = LabelReader.accepted(event.body());
        for (CheckedVcpu vcpu : threads.numbered(
                (int) event.body().number("apicid"), event)) {
            if (label == VcpuEvent.ACCEPT) {
                vcpu.accept((int) event.body().number("vec") & 0xFF);
            }
            if (!fits(vcpu, label, event)) {
                return false;
            }
        }
        return true;
    }

    private boolean startsOthers(CheckedVcpu creator, TraceEvent event) {
        return threads.all().stream().filter(vcpu -> vcpu != creator)
                .allMatch(vcpu -> fits(vcpu, VcpuEvent.START, event));
    }

    private boolean fits(CheckedVcpu vcpu, VcpuEvent label, TraceEvent event) {
        if (label == null) {
            return true;
        }
        int set = vcpu.set;
        int next = behaviour.after(set, label.ordinal());
        if (next == VisibleBehaviour.NONE) {
            rejection = new TraceVerdict.Rejection(event.line(), event.toString(), vcpu.name,
                    label.toString(), possible(set), before(vcpu));
            return false;
        }
        judged++;
        vcpu.remember(label.ordinal(), event.line());
        vcpu.set = next;
        if (Accepted.isOne(label)) {
            vcpu.accepted = vcpu.accepted.and(label);
        } else {
            count(vcpu.placedSet, vcpu.accepted, label);
            vcpu.accepted = Accepted.NOTHING;
            vcpu.placedSet = next;
        }
        return true;
    }

    private void count(int set, Accepted accepted, VcpuEvent label) {
        while (uses.size() <= set) {
            uses.add(new long[Accepted.values().length * labels.size()]);
        }
        uses.get(set)[accepted.ordinal() * labels.size() + label.ordinal()]++;
    }

    private List<String> possible(int set) {
        return behaviour.offered(set).stream().map(TraceCheck::withoutActor)
                .filter(event -> !event.equals(VcpuEvent.INJECT_MORE.toString())
                        && !event.equals(VcpuEvent.INJECT_UNSURE.toString())).toList();
    }

    private List<TraceVerdict.Explained> before(CheckedVcpu vcpu) {
        int count = vcpu.remembered();
        int[] seen = new int[count];
        for (int i = 0; i < count; i++) {
            seen[i] = vcpu.label(count - 1 - i);
        }
        List<TraceVerdict.Explained> explained = new ArrayList<>();
        if (count > 0) {
            List<List<String>> hidden = behaviour.explain(vcpu.setBefore(count - 1), seen);
            for (int i = 0; i < count; i++) {
                explained.add(new TraceVerdict.Explained(vcpu.line(count - 1 - i),
                        VcpuEvent.values()[seen[i]].toString(),
                        hidden.get(i).stream().map(TraceCheck::withoutActor).toList()));
            }
        }
        return explained;
    }

    /** What was found so far. */
    public TraceVerdict verdict() {
        Map<String, Long> hidden = new LinkedHashMap<>();
        for (int set = 0; set < uses.size(); set++) {
            long[] counts = uses.get(set);
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    explain(set, Accepted.values()[i / labels.size()], i % labels.size(),
                            counts[i], hidden);
                }
            }
        }
        return new TraceVerdict(rejection == null ? lines : rejection.line() - 1, judged,
                threads.unassigned() + threads.beyond(), threads.all().size(), gaps, setAside,
                hidden, Optional.ofNullable(rejection));
    }

    private void explain(
            int set, Accepted accepted, int label, long count, Map<String, Long> hidden) {
        int[] seen = IntStream.concat(accepted.events().stream().mapToInt(VcpuEvent::ordinal),
                IntStream.of(label)).toArray();
        behaviour.explain(set, seen).forEach(steps -> steps.forEach(step ->
                hidden.merge(withoutActor(step), count, Long::sum)));
    }

    private static String withoutActor(String step) {
        return step.substring(VcpuLoop.ACTOR.length() + 1);
    }
}
