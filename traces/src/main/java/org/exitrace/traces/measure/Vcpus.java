package org.exitrace.traces.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.traces.line.Task;
import org.exitrace.traces.line.TraceEvent;

/**
 * Which vCPU an event belongs to. Where lines name threads, a thread is a vCPU. Where they do not,
 * the number in the event is; and an event without one is of the vCPU that was seen last on its
 * CPU, or of the only one there is.
 *
 * @param <V> what is known of a vCPU
 */
public final class Vcpus<V extends Vcpus.Numbered> {

    /** No host has so many vCPUs; events of further ones are of nobody, and counted. */
    public static final int MOST = 1 << 16;

    private final Maker<V> maker;
    private final List<V> all = new ArrayList<>();
    private final Map<Integer, V> byThread = new LinkedHashMap<>();
    private final Map<Integer, V> alone = new LinkedHashMap<>();
    private final Map<Integer, V> lastOnCpu = new LinkedHashMap<>();
    private final Map<Integer, List<V>> byNumber = new LinkedHashMap<>();
    private long unassigned;
    private long beyond;

    /** Something that may learn its number in its VM. */
    public interface Numbered {

        /** Its number; -1 where no event has told it. */
        int vcpu();

        /** An event has told it. */
        void names(int number);
    }

    /**
     * Makes what is known of a vCPU that was not seen before.
     *
     * @param <V> what is known
     */
    @FunctionalInterface
    public interface Maker<V> {

        /** Of the thread of {@code task}, or of {@code number} where lines name no threads. */
        V of(Task task, int number);
    }

    /** None so far. */
    public Vcpus(Maker<V> maker) {
        this.maker = maker;
    }

    /**
     * The vCPU whose event it is; {@code null} where nobody knows, which is counted.
     *
     * @param event one that only a vCPU's own thread prints
     * @param number the vCPU's number as the event tells it; -1 where it does not
     */
    public V of(TraceEvent event, int number) {
        Task task = event.stamp().task();
        int cpu = event.stamp().cpu();
        if (task.tid() >= 0) {
            V vcpu = found(byThread, task.tid(), task, number);
            if (vcpu != null && number >= 0 && vcpu.vcpu() < 0) {
                learn(vcpu, number);
            }
            return vcpu;
        }
        if (number >= 0) {
            V vcpu = found(alone, number, task, number);
            if (vcpu != null && cpu >= 0) {
                lastOnCpu.put(cpu, vcpu);
            }
            return vcpu;
        }
        V last = lastOnCpu.get(cpu);
        V vcpu = last != null ? last : all.size() == 1 ? all.get(0) : null;
        unassigned += vcpu == null ? 1 : 0;
        return vcpu;
    }

    /** The vCPUs that {@code event} names by that number, one in each machine. */
    public List<V> numbered(int number, TraceEvent event) {
        if (event.stamp().task().tid() < 0) {
            found(alone, number, event.stamp().task(), number);
        }
        return byNumber.getOrDefault(number, List.of());
    }

    private V found(Map<Integer, V> in, int key, Task task, int number) {
        V vcpu = in.get(key);
        if (vcpu == null && all.size() == MOST) {
            beyond++;
        } else if (vcpu == null) {
            vcpu = maker.of(task, number);
            in.put(key, vcpu);
            all.add(vcpu);
            if (number >= 0) {
                learn(vcpu, number);
            }
        }
        return vcpu;
    }

    private void learn(V vcpu, int number) {
        vcpu.names(number);
        byNumber.computeIfAbsent(number, none -> new ArrayList<>()).add(vcpu);
    }

    /** All that were seen, in that order. */
    public List<V> all() {
        return all;
    }

    /** How many events do not tell of which vCPU they are. */
    public long unassigned() {
        return unassigned;
    }

    /** How many events are of vCPUs that came when there were {@link #MOST}. */
    public long beyond() {
        return beyond;
    }
}
