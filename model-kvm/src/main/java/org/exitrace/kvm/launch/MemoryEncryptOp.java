package org.exitrace.kvm.launch;

import java.util.function.Predicate;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.HostSupport;
import org.exitrace.kvm.spec.SevCommandId;

/** {@code sev_mem_enc_ioctl}: what each sub-command has in common, in the kernel's order. */
public final class MemoryEncryptOp {

    private static final String SOURCE = "docs/kvm-host.md b; sev.c sev_mem_enc_ioctl";

    private final HostSupport support;

    /** On a host that offers {@code support}. */
    public MemoryEncryptOp(HostSupport support) {
        this.support = support;
    }

    /** The ioctl for {@code command}, behind the VM's descriptor. */
    public Routine<KvmThread> of(SevCommand command, SevCall call) {
        return Routine.named("sev_mem_enc_ioctl", SOURCE, code -> {
            if (support == HostSupport.NONE) {
                refuse(code, "SEV is disabled", Errno.ENOTTY);
            } else if (call.is(UserMemory.NO_ARGUMENT)) {
                code.pause("no argument").costs("kvm.access");
            } else if (call.is(UserMemory.UNREADABLE_ARGUMENT)) {
                refuse(code, "copy the argument in", Errno.EFAULT);
            } else {
                locked(code, command, call);
            }
        });
    }

    private static void refuse(Block<KvmThread> code, String step, Errno errno) {
        code.step(step, thread -> thread.fail(errno)).costs("kvm.access");
    }

    private void locked(Block<KvmThread> code, SevCommand command, SevCall call) {
        Locking.lock(code, LockClass.KVM_LOCK, thread -> call.vm(thread).lock);
        Checks first = dispatch(command.id(), call);
        Checks own = command.checks().apply(call);
        if (call.is(UserMemory.READ_ONLY_ARGUMENT)) {
            code.test(command.id() + ": dispatch", first::refuse, no -> { }, known -> {
                run(known, command, call, own::refuse);
                known.step("copy the argument out", thread -> {
                    thread.result.clear();
                    thread.fail(Errno.EFAULT);
                }).costs("kvm.access");
            }).costs("kvm.access");
        } else {
            run(code, command, call, thread -> first.refuse(thread) || own.refuse(thread));
        }
        Locking.unlock(code, LockClass.KVM_LOCK, thread -> call.vm(thread).lock);
    }

    private static void run(Block<KvmThread> code, SevCommand command, SevCall call,
            Predicate<KvmThread> refuses) {
        code.test(command.id() + ": checks", refuses, no -> { },
                fine -> fine.call(command.code().apply(call))).costs("kvm.access");
    }

    /** What the dispatcher looks at under {@code kvm->lock}; nothing is copied out behind it. */
    public static Checks dispatch(SevCommandId id, SevCall call) {
        Checks checks = new Checks()
                .refuseGiven(!id.isForMirrors() || !call.kernel().has(KernelChange.B_32), "mirror",
                        Errno.EINVAL, "a mirror may not give this command",
                        thread -> call.sev(thread).isMirror())
                .refuseGiven(id.number() < SevCommandId.SNP_LAUNCH_START.number(), "snp",
                        Errno.EPERM, "an SNP guest takes SNP commands only",
                        thread -> call.sev(thread).active.isSet()
                                && call.sev(thread).snpActive.isSet())
                .refuseGiven(!call.kernel().knows(id), "unknown", Errno.EINVAL,
                        "the kernel does not know the command", thread -> true);
        return id != SevCommandId.SEV_ES_INIT ? checks : checks.refuse("es-disabled",
                Errno.ENOTTY, "SEV-ES is not enabled",
                thread -> !thread.host.support.has(HostSupport.SEV_ES));
    }
}
