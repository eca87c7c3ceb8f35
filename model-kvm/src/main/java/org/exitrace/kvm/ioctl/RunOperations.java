package org.exitrace.kvm.ioctl;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.enter.GuestDoes;
import org.exitrace.kvm.enter.HypercallExits;
import org.exitrace.kvm.enter.RunAnswer;
import org.exitrace.kvm.enter.VcpuRun;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.life.Ioctls;
import org.exitrace.kvm.spec.GuestAct;

/** KVM_RUN with what the guest does meanwhile, and what the guest has seen of it. */
final class RunOperations {

    private final HostBounds bounds;
    private final Kernel kernel;
    private final Ioctls ioctls;

    RunOperations(HostBounds bounds, Kernel kernel) {
        this.bounds = bounds;
        this.kernel = kernel;
        this.ioctls = new Ioctls(kernel);
    }

    Operation<KvmThread> run() {
        return VmmOperations.named("KVM_RUN", "runs a vCPU whose guest does what is given; the"
                        + " exit is what comes of it")
                .from("docs/kvm-host.md a.1, a.2").takes(Given.vm(bounds),
                        Given.vcpu(bounds), Given.cpu(bounds),
                        Parameter.word("guest", Arrays.stream(GuestAct.values())
                                .map(GuestAct::name).toList(), "what the guest does")
                                .usually(GuestAct.IOIO),
                        Parameter.number("page", 0, Math.max(0, bounds.slots() - 1L),
                                "the page of its memory that this is about").usually(0)
                                .boundedBy("slots: " + bounds.slots()),
                        Parameter.flag("private", "whether the page is private to the guest, or"
                                + " shall be").usually(false),
                        Parameter.word("flaw", Arrays.stream(GuestAct.Flaw.values())
                                .map(GuestAct.Flaw::label).toList(), "what is wrong with a"
                                + " hypercall of the guest")
                                .usually(GuestAct.Flaw.NONE.label()),
                        Parameter.word("answer", Arrays.stream(RunAnswer.values())
                                .map(RunAnswer::label).toList(), "what user space has"
                                + " written for the exit before").usually("untouched"))
                .does(this::run);
    }

    private Routine<KvmThread> run(Arguments given) {
        GuestDoes does = new GuestDoes(GuestAct.valueOf(given.word("guest")),
                given.number("page"), given.flag("private"), flaw(given.word("flaw")));
        return ioctls.onVcpu(given.number("vm"), given.number("vcpu"),
                new VcpuRun(kernel, given.number("vm"), given.number("vcpu")).routine(
                        given.number("cpu"), does, RunAnswer.of(given.word("answer"))));
    }

    private static GuestAct.Flaw flaw(String label) {
        return Arrays.stream(GuestAct.Flaw.values())
                .filter(flaw -> flaw.label().equals(label)).findFirst().orElseThrow();
    }

    Operation<KvmThread> told() {
        return VmmOperations.named("guest-told", "tells what the guest was given for its last"
                        + " request").from("docs/kvm-host.md a.2")
                .takes(Given.vm(bounds), Given.vcpu(bounds))
                .does(given -> Routine.named("guest", "docs/kvm-host.md a.2", code -> code
                        .step("what it was told", thread -> thread.result.become(
                                thread.vm(given.number("vm")).vcpus.get(given.number("vcpu"))
                                        .told.get().label())).costs("kvm.access")));
    }

    Operation<KvmThread> hypercallExits() {
        return VmmOperations.named("KVM_CAP_EXIT_HYPERCALL", "lets hypercalls of the guest go to"
                        + " user space (KVM_ENABLE_CAP)").from("docs/kvm-host.md a.2")
                .takes(Given.vm(bounds), Parameter.word("mask", List.of("map-gpa-range",
                        "unknown-bit", "none"), "which").usually("map-gpa-range"))
                .does(given -> ioctls.onVm(given.number("vm"), new HypercallExits(kernel,
                        given.number("vm"), given.word("mask")).routine()));
    }
}
