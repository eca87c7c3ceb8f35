package org.exitrace.kvm.ioctl;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;

/** How threads wait for each other, and what else befalls them. */
final class ThreadOperations {

    private ThreadOperations() {
    }

    static List<Operation<KvmThread>> all(HostBounds bounds) {
        List<Operation<KvmThread>> all = new ArrayList<>(WordOperations.of(
                "VMM", "kvm.access", thread -> thread.words, thread -> thread.result));
        all.addAll(List.of(
                Operation.<KvmThread>named("kill", "sends a thread a fatal signal: its killable"
                                + " waits end", t -> t.result)
                        .takes(Parameter.number("thread", 0, bounds.threads() - 1L, "which")
                                .boundedBy("threads: " + bounds.threads()))
                        .does(given -> kill(given.number("thread"))),
                Operation.<KvmThread>named("signal", "sends a thread a signal that does not kill:"
                                + " its KVM_RUN comes back", t -> t.result)
                        .takes(Parameter.number("thread", 0, bounds.threads() - 1L, "which")
                                .boundedBy("threads: " + bounds.threads()))
                        .does(given -> signal(given.number("thread"))),
                Operation.<KvmThread>named("firmware-fails", "from now on the firmware fails to"
                                + " give pages and ASIDs back", t -> t.result)
                        .does(given -> Routine.named("VMM", "", code -> code
                                .step("the firmware fails", thread -> thread.host.firmwareFails
                                        .raise()).costs("kvm.access"))),
                Operation.<KvmThread>named("join-cgroup", "moves the thread to another cgroup",
                                t -> t.result)
                        .takes(Parameter.number("cgroup", 0, bounds.cgroups() - 1L, "which")
                                .boundedBy("cgroups: " + bounds.cgroups()))
                        .does(given -> join(given.number("cgroup")))));
        return all;
    }

    private static Routine<KvmThread> kill(int other) {
        return Routine.named("VMM", "", code -> code
                .step("SIGKILL to thread " + other, thread -> thread.host.threads.stream()
                        .filter(each -> each.number() == other)
                        .forEach(each -> each.killed.raise())).costs("kvm.access"));
    }

    private static Routine<KvmThread> signal(int other) {
        return Routine.named("VMM", "", code -> code
                .step("signal to thread " + other, thread -> thread.host.threads.stream()
                        .filter(each -> each.number() == other)
                        .forEach(each -> each.signalled.raise())).costs("kvm.access"));
    }

    private static Routine<KvmThread> join(int cgroup) {
        return Routine.named("VMM", "", code -> code
                .step("joins cgroup " + cgroup, thread -> thread.cgroup.become(cgroup))
                .costs("kvm.access"));
    }
}
