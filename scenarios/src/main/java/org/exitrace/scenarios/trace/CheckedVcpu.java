package org.exitrace.scenarios.trace;

import org.exitrace.kvm.tracepoint.VcpuEvent;
import org.exitrace.traces.measure.Vcpus;

/** What is known of one vCPU while its trace is read; of bounded size. */
final class CheckedVcpu implements Vcpus.Numbered {

    /** So many events of a vCPU are remembered, to be explained. */
    static final int REMEMBERED = 16;

    private static final int VECTORS = 256;

    final String name;
    private int vcpu = -1;
    /** The states in which the model may be. */
    int set;
    /** The states behind its last event that says where it is. */
    int placedSet;
    /** What it accepted since, which says nothing of where it is. */
    Accepted accepted = Accepted.NOTHING;
    private final boolean[] pending = new boolean[VECTORS];
    private final boolean[] sinceHalt = new boolean[VECTORS];
    private int pendings;
    /** Something may be pending that was accepted before the trace began. */
    private boolean unsure = true;
    private final int[] labels = new int[REMEMBERED];
    private final int[] sets = new int[REMEMBERED];
    private final long[] lines = new long[REMEMBERED];
    private long seen;

    CheckedVcpu(String name, int set) {
        this.name = name;
        this.set = set;
        this.placedSet = set;
    }

    @Override
    public int vcpu() {
        return vcpu;
    }

    @Override
    public void names(int number) {
        vcpu = number;
    }

    /** Nothing is known any more: events are missing. */
    void lose(int anywhere) {
        set = anywhere;
        placedSet = anywhere;
        accepted = Accepted.NOTHING;
        unsure = true;
        seen = 0;
    }

    void accept(int vector) {
        pendings += pending[vector] ? 0 : 1;
        pending[vector] = true;
        sinceHalt[vector] = true;
    }

    void halt() {
        java.util.Arrays.fill(sinceHalt, false);
    }

    /** It waited, so that nothing was pending but what came since. */
    void woken() {
        pendings = 0;
        for (int i = 0; i < VECTORS; i++) {
            pending[i] = sinceHalt[i];
            pendings += pending[i] ? 1 : 0;
        }
        unsure = false;
    }

    VcpuEvent inject(int vector) {
        pendings -= pending[vector] ? 1 : 0;
        pending[vector] = false;
        return pendings > 0 ? VcpuEvent.INJECT_MORE
                : unsure ? VcpuEvent.INJECT_UNSURE : VcpuEvent.INJECT_LAST;
    }

    void remember(int label, long line) {
        int at = (int) (seen++ % REMEMBERED);
        labels[at] = label;
        lines[at] = line;
        sets[at] = set;
    }

    int remembered() {
        return (int) Math.min(seen, REMEMBERED);
    }

    /** The {@code back}-th event from the last, which is 0. */
    int label(int back) {
        return labels[place(back)];
    }

    long line(int back) {
        return lines[place(back)];
    }

    /** The states in front of it. */
    int setBefore(int back) {
        return sets[place(back)];
    }

    private int place(int back) {
        return (int) ((seen - 1 - back) % REMEMBERED);
    }
}
