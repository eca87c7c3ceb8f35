package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.asid.AsidRelease;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.host.WholeCommands.Answer;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.SevPolicy;

/**
 * LAUNCH_START and RECEIVE_START: the firmware begins a guest, which gets the VM's ASID. KVM keeps
 * no launch state: it is the firmware that refuses a second start, whose guest finds the ASID
 * taken.
 */
final class Launch {

    private static final Parameter POLICY = Parameter.word("policy",
            List.of("as-vm", "es", "plain"), "whether the policy asks for encrypted registers")
            .usually("as-vm");
    static final Parameter SEV_FD = Parameter.word("sev-fd", List.of("device", "none", "other"),
            "the descriptor of the SEV device").usually("device");

    private Launch() {
    }

    static List<SevCommand> all() {
        return List.of(
                SevCommand.of(SevCommandId.LAUNCH_START, "begins a launch",
                        call -> SevChecks.blob(SevChecks.sevGuest(call), call),
                        call -> start(call, CommandId.LAUNCH_START)).taking(POLICY, SEV_FD),
                SevCommand.of(SevCommandId.RECEIVE_START, "begins to receive a guest",
                        call -> SevChecks.blob(SevChecks.sevGuest(call), call),
                        call -> start(call, CommandId.RECEIVE_START)).taking(POLICY, SEV_FD));
    }

    private static Routine<KvmThread> start(SevCall call, CommandId command) {
        return Routine.named("sev_launch_start", "docs/kvm-host.md b", code -> {
            if (!call.arguments().word("sev-fd").equals("device")) {
                code.step("fdget of the device", thread -> thread.fail(Errno.EBADF))
                        .costs("kvm.access");
                return;
            }
            code.step(command.name(), thread -> begin(call, command, thread))
                    .costs("psp.command")
                    .when(KvmThread::isFine, begun -> begun
                            .step("ACTIVATE", thread -> activate(call, thread))
                            .costs("psp.command")
                            .when(KvmThread::isFine,
                                    bound -> finish(bound, call), not -> abandon(not, call)))
                    .local(thread -> thread.handle.clear());
        });
    }

    private static void begin(SevCall call, CommandId command, KvmThread thread) {
        String policy = call.arguments().word("policy");
        boolean es = policy.equals("es")
                || policy.equals("as-vm") && call.sev(thread).esActive.isSet();
        Answer answer = thread.host.psp.give(command, buffer -> {
            if (es) {
                buffer.policy.add(SevPolicy.ES.ordinal());
            }
        });
        thread.heed(answer);
        thread.handle.become(answer.handle());
    }

    private static void activate(SevCall call, KvmThread thread) {
        int asid = call.sev(thread).asid.get();
        int handle = thread.handle.get();
        thread.heed(thread.host.psp.give(CommandId.ACTIVATE, buffer -> {
            buffer.handle.become(handle);
            buffer.asid.become(asid);
        }));
    }

    private static void finish(Block<KvmThread> code, SevCall call) {
        if (call.is(UserMemory.READ_ONLY)) {
            code.step("copy the handle out", thread -> thread.fail(Errno.EFAULT))
                    .costs("kvm.access")
                    .call(new AsidRelease(call.kernel(), call::vm, thread ->
                            thread.handle.get()).unbind());
            return;
        }
        code.step("remember handle and fd", thread -> {
            call.sev(thread).handle.become(thread.handle.get());
            call.sev(thread).fd.raise();
        }).costs("kvm.access");
    }

    /** Before the repair the firmware keeps a guest that nobody knows. */
    private static void abandon(Block<KvmThread> code, SevCall call) {
        code.given(call.kernel().has(KernelChange.B_22), end -> end
                .step("DECOMMISSION", thread -> {
                    int handle = thread.handle.get();
                    thread.host.psp.give(CommandId.DECOMMISSION,
                            buffer -> buffer.handle.become(handle));
                }).costs("psp.command"));
    }

    /** What a sub-command needs that uses the descriptor remembered at the start. */
    static Checks device(Checks checks, SevCall call) {
        return checks.refuse("no-fd", Errno.EBADF,
                "no descriptor of the SEV device is remembered",
                thread -> call.sev(thread).fd.isClear());
    }
}
