package org.exitrace.traces.measure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exitrace.traces.line.TraceEvent;

/**
 * Which vCPU an event belongs to: that of its thread; where lines tell no thread, that of the
 * number that entries and exits say, and for other events the one that was seen last on that CPU.
 */
final class Vcpus {

    private static final long BY_NUMBER = 1L << 32;

    private final int most;
    private final Map<Long, VcpuThread> threads = new LinkedHashMap<>();
    private final Map<Integer, VcpuThread> onCpu = new LinkedHashMap<>();
    private long lastKey = -1;
    private VcpuThread last;

    Vcpus(int most) {
        this.most = most;
    }

    /** The vCPU of an entry or an exit. */
    VcpuThread named(TraceEvent event) {
        int tid = event.stamp().task().tid();
        long told = event.body().number("vcpu", -1);
        boolean isSame = told >= 0 || tid >= 0 || !onCpu.containsKey(event.stamp().cpu());
        VcpuThread vcpu = isSame
                ? thread(tid >= 0 ? tid : BY_NUMBER + told, event)
                : onCpu.get(event.stamp().cpu());
        if (told >= 0) {
            vcpu.names((int) told);
        }
        if (tid < 0) {
            onCpu.put(event.stamp().cpu(), vcpu);
        }
        return vcpu;
    }

    /** The vCPU of any other event; null where nobody can tell. */
    VcpuThread of(TraceEvent event) {
        int tid = event.stamp().task().tid();
        if (tid >= 0) {
            return threads.get((long) tid);
        }
        long told = event.body().number("vcpu", -1);
        return told >= 0 ? threads.get(BY_NUMBER + told) : onCpu.get(event.stamp().cpu());
    }

    private VcpuThread thread(long key, TraceEvent event) {
        if (key != lastKey) {
            VcpuThread found = threads.get(key);
            if (found == null) {
                long place = threads.size() < most ? key : -1;
                found = threads.computeIfAbsent(place, absent -> new VcpuThread(
                        event.stamp().task().comm(), event.stamp().task().tid(), -1));
            }
            lastKey = key;
            last = found;
        }
        return last;
    }

    Collection<VcpuThread> all() {
        return threads.values();
    }
}
