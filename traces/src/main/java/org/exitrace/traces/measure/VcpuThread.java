package org.exitrace.traces.measure;

/** One vCPU, as the trace shows it. */
public final class VcpuThread implements Vcpus.Numbered {

    private final String comm;
    private final int tid;
    private int vcpu = -1;
    private long exits;
    private long entries;

    /** The exit whose entry has not come yet; null where the guest runs, or nobody knows. */
    private ReasonFigures pending;
    private long exitNs;
    private long sleptNs;
    private boolean slept;
    private long userNs;

    VcpuThread(String comm, int tid) {
        this.comm = comm;
        this.tid = tid;
    }

    /** The thread's name; empty where lines do not tell. */
    public String comm() {
        return comm;
    }

    /** The thread's number; -1 where lines do not tell. */
    public int tid() {
        return tid;
    }

    /** Its number in its VM; -1 where no event tells. */
    @Override
    public int vcpu() {
        return vcpu;
    }

    /** How often its guest left. */
    public long exits() {
        return exits;
    }

    /** How often its guest was entered. */
    public long entries() {
        return entries;
    }

    @Override
    public void names(int number) {
        vcpu = number;
    }

    /** The guest left; whether the exit before this one never ended in an entry. */
    boolean exit(ReasonFigures reason, long ns) {
        boolean unanswered = pending != null;
        exits++;
        reason.count(1);
        pending = reason;
        exitNs = ns;
        sleptNs = 0;
        slept = false;
        userNs = -1;
        return unanswered;
    }

    ReasonFigures pending() {
        return pending;
    }

    /** The reason of the pending exit is told more exactly. */
    void refine(ReasonFigures reason) {
        pending.count(-1);
        reason.count(1);
        pending = reason;
    }

    void sleep(long ns) {
        sleptNs += ns;
        slept = true;
    }

    void toUser(long ns) {
        userNs = ns;
    }

    /** When KVM_RUN returned last since the exit; -1 where it did not. */
    long userNs() {
        return userNs;
    }

    long sinceExitNs(long ns) {
        return ns - exitNs;
    }

    long sleptNs() {
        return sleptNs;
    }

    boolean hasSlept() {
        return slept;
    }

    void enter() {
        entries++;
        pending = null;
    }

    /** Something is missing from the trace. */
    boolean forget() {
        boolean forgot = pending != null;
        pending = null;
        return forgot;
    }
}
