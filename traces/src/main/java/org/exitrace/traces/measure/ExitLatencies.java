package org.exitrace.traces.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.body.Tracepoints;
import org.exitrace.traces.line.LostEvents;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;

/**
 * How long guests were away, by reason: from {@code kvm_exit} to the next {@code kvm_entry} of the
 * same vCPU.
 *
 * <p>What {@code kvm_vcpu_wakeup} tells of sleep between the two is taken off. Halts of which it
 * tells nothing, and exits that went to user space, are kept apart from those that the kernel
 * handled. Where events were lost, or the clock went backwards, the pair is dropped and counted.
 */
public final class ExitLatencies {

    /** So many reasons are told apart, far more than processors have; more share one. */
    private static final int MOST_REASONS = 512;
    private static final String REST = "(other reasons)";

    private final Map<String, ReasonFigures> reasons = new LinkedHashMap<>();
    private final Vcpus<VcpuThread> vcpus =
            new Vcpus<>((task, number) -> new VcpuThread(task.comm(), task.tid()));
    private LatencyHistogram outside;
    private Vendor vendor = Vendor.UNKNOWN;
    private long stepNs;
    private long dropped;
    private long unanswered;

    /** Takes what comes next in the trace. */
    public void see(TraceItem item) {
        if (item instanceof TraceEvent event) {
            see(event);
        } else if (item instanceof LostEvents) {
            // Whoever was on that CPU may be on another by now, so nobody is trusted.
            vcpus.all().forEach(each -> dropped += each.forget() ? 1 : 0);
        }
    }

    private void see(TraceEvent event) {
        Tracepoint tracepoint = event.body().tracepoint();
        if (stepNs == 0) {
            stepNs = event.stamp().resolutionNs();
            outside = new LatencyHistogram(stepNs);
        }
        if (tracepoint == Tracepoints.EXIT) {
            exit(of(event), event);
        } else if (tracepoint == Tracepoints.ENTRY) {
            VcpuThread vcpu = of(event);
            if (vcpu != null) {
                entry(vcpu, event.stamp().ns());
            }
        } else if (tracepoint == Tracepoints.USERSPACE_EXIT
                || tracepoint == Tracepoints.VCPU_WAKEUP
                || tracepoint == Tracepoints.VMGEXIT_ENTER
                || tracepoint == Tracepoints.MSR_PROTOCOL_ENTER) {
            VcpuThread vcpu = of(event);
            if (vcpu != null && vcpu.pending() != null) {
                between(vcpu, event.body(), event.stamp().ns());
            }
        }
    }

    private void exit(VcpuThread vcpu, TraceEvent event) {
        String reason = event.body().word("reason");
        vendor = vendor == Vendor.UNKNOWN ? Vendor.of(reason) : vendor;
        if (vcpu == null) {
            figures(reason).count(1);
        } else {
            unanswered += vcpu.exit(figures(reason), event.stamp().ns()) ? 1 : 0;
        }
    }

    private VcpuThread of(TraceEvent event) {
        return vcpus.of(event, (int) event.body().number("vcpu", -1));
    }

    private void between(VcpuThread vcpu, Body body, long ns) {
        if (body.tracepoint() == Tracepoints.USERSPACE_EXIT) {
            vcpu.toUser(ns);
        } else if (body.tracepoint() == Tracepoints.VCPU_WAKEUP) {
            vcpu.sleep(body.number("ns"));
        } else {
            vcpu.refine(figures(ExitReasons.refined(body)));
        }
    }

    private void entry(VcpuThread vcpu, long ns) {
        ReasonFigures reason = vcpu.pending();
        if (reason != null) {
            long latency = vcpu.sinceExitNs(ns) - vcpu.sleptNs();
            // The wake-up counts nanoseconds and the trace perhaps microseconds only.
            boolean isRounded = latency < 0 && vcpu.hasSlept() && latency > -2 * stepNs;
            if (latency < 0 && !isRounded) {
                dropped++;
            } else {
                Ending ending = ending(vcpu, reason.reason());
                reason.latencies(ending).add(Math.max(0, latency));
                if (ending == Ending.USER && ns >= vcpu.userNs()) {
                    outside.add(ns - vcpu.userNs());
                }
            }
        }
        vcpu.enter();
    }

    private static Ending ending(VcpuThread vcpu, String reason) {
        if (vcpu.userNs() >= 0) {
            return Ending.USER;
        }
        return ExitReasons.isHalt(reason) && !vcpu.hasSlept() ? Ending.HALTED : Ending.HANDLED;
    }

    private ReasonFigures figures(String reason) {
        ReasonFigures found = reasons.get(reason);
        if (found == null) {
            String name = reasons.size() < MOST_REASONS ? reason : REST;
            found = reasons.computeIfAbsent(name, each -> new ReasonFigures(each, stepNs));
        }
        return found;
    }

    /** Exits by reason, the most frequent first; requests by GHCB by what was asked for. */
    public List<ReasonFigures> reasons() {
        List<ReasonFigures> sorted = new ArrayList<>(reasons.values());
        sorted.removeIf(each -> each.exits() == 0);
        sorted.sort((a, b) -> a.exits() != b.exits() ? Long.compare(b.exits(), a.exits())
                : a.reason().compareTo(b.reason()));
        return sorted;
    }

    /** All vCPUs, in the order in which they were seen. */
    public List<VcpuThread> vcpus() {
        return List.copyOf(vcpus.all());
    }

    /** Events of which nobody knows whose they are: exits among them have no latency. */
    public long unassigned() {
        return vcpus.unassigned() + vcpus.beyond();
    }

    /** From {@code kvm_userspace_exit} to the next entry: out, the VMM's part, and back. */
    public LatencyHistogram outside() {
        return outside == null ? new LatencyHistogram(1) : outside;
    }

    /** Whose processor it was. */
    public Vendor vendor() {
        return vendor;
    }

    /** What the trace's clock can tell apart; 0 where there was no event. */
    public long stepNs() {
        return stepNs;
    }

    /** Pairs that were not measured since events were lost or the clock went backwards. */
    public long dropped() {
        return dropped;
    }

    /** Exits that were followed by another exit of the same vCPU and no entry. */
    public long unanswered() {
        return unanswered;
    }
}
