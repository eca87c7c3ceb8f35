package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.host.WholeCommands.Answer;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.SnpPolicy;

/** SNP_LAUNCH_START and SNP_ENABLE_REQ_CERTS. */
final class SnpLaunch {

    private static final String SOURCE = "docs/kvm-host.md b";

    private SnpLaunch() {
    }

    static List<SevCommand> all() {
        return List.of(
                SevCommand.of(SevCommandId.SNP_LAUNCH_START, "begins the launch of an SNP guest",
                        SnpLaunch::checks, SnpLaunch::start)
                        .taking(Parameter.number("flags", 0, 1, "flags; none is known").usually(0),
                                Parameter.word("policy", List.of("usual", "unknown-bit",
                                        "without-bit-17", "no-smt"), "what the policy asks for")
                                        .usually("usual"),
                                Launch.SEV_FD),
                SevCommand.of(SevCommandId.SNP_ENABLE_REQ_CERTS,
                        "lets user space answer requests for certificates",
                        call -> new Checks().refuse("snp-without-vcpus", Errno.EINVAL,
                                "the VM is no SNP guest, or has vCPUs",
                                thread -> !isSnp(call, thread)
                                        || !call.vm(thread).created.is(0)),
                        call -> Routine.named("sev_snp_enable_certs", SOURCE, code -> code
                                .step("requests for certificates exit",
                                        thread -> call.vm(thread).certificateExits.raise())
                                .costs("kvm.access"))));
    }

    static boolean isSnp(SevCall call, KvmThread thread) {
        return call.sev(thread).active.isSet() && call.sev(thread).snpActive.isSet();
    }

    private static Checks checks(SevCall call) {
        String policy = call.arguments().word("policy");
        return new Checks()
                .refuse("not-snp", Errno.ENOTTY, "the VM is no SNP guest",
                        thread -> !isSnp(call, thread))
                .refuseGiven(call.is(UserMemory.UNREADABLE), "parameters", Errno.EFAULT,
                        "the parameters cannot be read", thread -> true)
                .refuse("context", Errno.EINVAL, "the guest has a context already",
                        thread -> !call.sev(thread).snpContext.is(0))
                .refuseGiven(call.arguments().number("flags") != 0, "flags", Errno.EINVAL,
                        "a flag is set", thread -> true)
                .refuseGiven(policy.equals("unknown-bit"), "policy", Errno.EINVAL,
                        "the policy has a bit that is not known", thread -> true)
                .refuseGiven(policy.equals("without-bit-17"), "policy-one", Errno.EINVAL,
                        "bit 17 of the policy is not set", thread -> true)
                .refuse("context-page", Errno.ENOTTY, "no context can be made: no page is left",
                        thread -> SnpPages.free(thread) < 0)
                .refuseGiven(!call.arguments().word("sev-fd").equals("device"), "sev-fd",
                        Errno.EBADF, "the descriptor is none of the SEV device", thread -> true);
    }

    private static Routine<KvmThread> start(SevCall call) {
        return Routine.named("snp_launch_start", SOURCE, code -> code
                .step("SNP_GCTX_CREATE", thread -> create(call, thread)).costs("psp.command")
                .step("SNP_LAUNCH_START", thread -> thread.heed(begin(call, thread)))
                .costs("psp.command")
                .when(KvmThread::isFine, begun -> begun.step("SNP_ACTIVATE", thread ->
                        thread.heed(give(call, thread, CommandId.SNP_ACTIVATE)))
                        .costs("psp.command"))
                .when(KvmThread::isFine, done -> done.local(
                                thread -> call.sev(thread).fd.raise()),
                        failed -> abandon(failed, call)));
    }

    private static void create(SevCall call, KvmThread thread) {
        int page = SnpPages.free(thread);
        SnpPages.entry(thread, page).becomeFirmware();
        call.sev(thread).snpContext.become(page + 1);
        give(call, thread, CommandId.SNP_GCTX_CREATE);
    }

    private static void abandon(Block<KvmThread> code, SevCall call) {
        code.step("SNP_DECOMMISSION", thread -> {
            give(call, thread, CommandId.SNP_DECOMMISSION);
            SnpPages.makeShared(thread, call.sev(thread).snpContext.get() - 1);
            call.sev(thread).snpContext.clear();
        }).costs("psp.command");
    }

    private static Answer begin(SevCall call, KvmThread thread) {
        int context = call.sev(thread).snpContext.get() - 1;
        return thread.host.psp.give(CommandId.SNP_LAUNCH_START, buffer -> {
            buffer.snp.gctx.become(context);
            buffer.snp.policy.add(SnpPolicy.MUST_BE_ONE.ordinal());
            if (!call.arguments().word("policy").equals("no-smt")) {
                buffer.snp.policy.add(SnpPolicy.SMT.ordinal());
            }
        });
    }

    static Answer give(SevCall call, KvmThread thread, CommandId command) {
        int context = call.sev(thread).snpContext.get() - 1;
        int asid = call.sev(thread).asid.get();
        return thread.host.psp.give(command, buffer -> {
            buffer.snp.gctx.become(context);
            if (command == CommandId.SNP_ACTIVATE) {
                buffer.asid.become(asid);
            }
        });
    }
}
