package org.exitrace.scenarios.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.line.Task;
import org.exitrace.traces.line.TraceEvent;

/**
 * Whose event it is. Where lines name threads, a thread is a vCPU. Where they do not, the number in
 * the event is; and an event without one is of the vCPU that was seen last on its CPU, or of the
 * only one there is.
 */
final class VcpuThreads {

    /** No host has so many vCPUs; a trace that names more is damaged. */
    private static final int MOST = 1 << 16;

    private final int anywhere;
    private final List<CheckedVcpu> all = new ArrayList<>();
    private final Map<Integer, CheckedVcpu> byThread = new LinkedHashMap<>();
    private final Map<Integer, CheckedVcpu> alone = new LinkedHashMap<>();
    private final Map<Integer, CheckedVcpu> lastOnCpu = new LinkedHashMap<>();
    private final Map<Integer, List<CheckedVcpu>> byNumber = new LinkedHashMap<>();
    private long unassigned;

    VcpuThreads(int anywhere) {
        this.anywhere = anywhere;
    }

    /** The vCPU whose event it is; {@code null} where nobody knows. */
    CheckedVcpu of(TraceEvent event, EventRole role) {
        Task task = event.stamp().task();
        int number = number(event.body(), role);
        if (task.tid() >= 0) {
            CheckedVcpu vcpu = byThread.get(task.tid());
            if (vcpu == null) {
                vcpu = add(task.comm() + "-" + task.tid(), number);
                byThread.put(task.tid(), vcpu);
            } else if (number >= 0 && vcpu.vcpu < 0) {
                learn(vcpu, number);
            }
            return vcpu;
        }
        CheckedVcpu vcpu = number >= 0 ? alone(number) : unnumbered(event.stamp().cpu());
        if (vcpu == null) {
            unassigned++;
        } else if (event.stamp().cpu() >= 0) {
            lastOnCpu.put(event.stamp().cpu(), vcpu);
        }
        return vcpu;
    }

    /** The vCPUs that {@code event} names by that number, one in each machine. */
    List<CheckedVcpu> numbered(int number, TraceEvent event) {
        if (event.stamp().task().tid() < 0) {
            alone(number);
        }
        return byNumber.getOrDefault(number, List.of());
    }

    List<CheckedVcpu> all() {
        return all;
    }

    long unassigned() {
        return unassigned;
    }

    private CheckedVcpu alone(int number) {
        CheckedVcpu vcpu = alone.get(number);
        if (vcpu == null) {
            vcpu = add("vcpu " + number, number);
            alone.put(number, vcpu);
        }
        return vcpu;
    }

    private CheckedVcpu unnumbered(int cpu) {
        CheckedVcpu last = lastOnCpu.get(cpu);
        return last != null ? last : all.size() == 1 ? all.get(0) : null;
    }

    private CheckedVcpu add(String name, int number) {
        if (all.size() == MOST) {
            throw new IllegalStateException("more than " + MOST + " threads with events of vCPUs");
        }
        CheckedVcpu vcpu = new CheckedVcpu(name, number, anywhere);
        all.add(vcpu);
        if (number >= 0) {
            learn(vcpu, number);
        }
        return vcpu;
    }

    private void learn(CheckedVcpu vcpu, int number) {
        vcpu.vcpu = number;
        byNumber.computeIfAbsent(number, none -> new ArrayList<>()).add(vcpu);
    }

    private static int number(Body body, EventRole role) {
        boolean tells = switch (role) {
            case ENTRY, EXIT, HALT_POLL, GHCB_ENTER, GHCB_EXIT, MSR_ENTER, MSR_EXIT -> true;
            default -> false;
        };
        return tells ? (int) body.number("vcpu", -1) : -1;
    }
}
