package org.exitrace.kvm.script;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.run.MpStateIoctls;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vcpu.Kick;

/** The ioctls that a scripted VMM thread can issue on its vCPU. */
public final class ThreadOperations {

    private static final String OK = "OK";
    private static final String EINVAL = "EINVAL";

    private ThreadOperations() {
    }

    /** The ioctls as they are declared, for lists and checks; they belong to no VM. */
    public static List<Operation<ScriptedThread>> declared() {
        return of(null, null);
    }

    /**
     * The ioctls of a VM.
     *
     * @param kvmRun KVM_RUN of that VM
     * @param ioctls KVM_GET_MP_STATE and KVM_SET_MP_STATE of that VM
     */
    public static List<Operation<ScriptedThread>> of(
            Routine<Vcpu> kvmRun, MpStateIoctls ioctls) {
        return List.of(run(kvmRun), get(ioctls), set(ioctls), nmi());
    }

    /** Those that need no NMI, alike; null where they are only declared. */
    public static List<Operation<ScriptedThread>> withoutNmi(
            Routine<Vcpu> kvmRun, MpStateIoctls ioctls) {
        return List.of(run(kvmRun), get(ioctls), set(ioctls));
    }

    private static Operation<ScriptedThread> run(Routine<Vcpu> kvmRun) {
        return Operation.<ScriptedThread>named("KVM_RUN",
                "runs the vCPU until there is something for user space", thread -> thread.result)
                .from("docs/ap-boot.md a.1, a.2")
                .gives(ScriptedThread.exits().toArray(String[]::new))
                .does(arguments -> Routine.named("VMM", "KVM API", code -> code
                        .call(thread -> thread.vcpu, kvmRun)
                        .local(thread -> thread.result.become(
                                thread.vcpu.exitReason.get().asResult()))));
    }

    private static Operation<ScriptedThread> get(MpStateIoctls ioctls) {
        return Operation.<ScriptedThread>named("KVM_GET_MP_STATE",
                "tells the vCPU's mp_state, and takes pending INIT and SIPI first",
                thread -> thread.result)
                .from("x86.c kvm_arch_vcpu_ioctl_get_mpstate")
                .gives(ScriptedThread.states().toArray(String[]::new))
                .does(arguments -> Routine.named("VMM", "KVM API", code -> code
                        .call(thread -> thread.vcpu, ioctls.get())
                        .local(thread -> thread.result.become(
                                thread.vcpu.mpState.get().name()))));
    }

    private static Operation<ScriptedThread> set(MpStateIoctls ioctls) {
        return Operation.<ScriptedThread>named("KVM_SET_MP_STATE",
                "sets the vCPU's mp_state", thread -> thread.result)
                .from("docs/ap-boot.md a.3; x86.c kvm_arch_vcpu_ioctl_set_mpstate")
                .takes(Parameter.word("state", ScriptedThread.states(), "KVM_MP_STATE_..."))
                .gives(OK, EINVAL)
                .does(arguments -> set(ioctls, MpState.valueOf(arguments.word("state"))));
    }

    private static Routine<ScriptedThread> set(MpStateIoctls ioctls, MpState state) {
        return Routine.named("VMM", "KVM API", code -> {
            if (ioctls.accepts(state)) {
                code.call(thread -> thread.vcpu, ioctls.set(state));
                code.local(thread -> thread.result.become(OK));
            } else {
                code.step("KVM_SET_MP_STATE " + state + " refused",
                        thread -> thread.result.become(EINVAL)).costs("kvm.access");
            }
        });
    }

    private static Operation<ScriptedThread> nmi() {
        return Operation.<ScriptedThread>named("KVM_NMI", "queues an NMI for the vCPU",
                thread -> thread.result)
                .from("x86.c kvm_vcpu_ioctl_nmi (from memory)")
                .gives(OK)
                .does(Routine.named("VMM", "KVM API", code -> code
                        .call(thread -> thread.vcpu, Kick.nmi(vcpu -> vcpu))
                        .local(thread -> thread.result.become(OK))));
    }
}
