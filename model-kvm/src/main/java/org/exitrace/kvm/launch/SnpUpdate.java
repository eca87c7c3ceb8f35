package org.exitrace.kvm.launch;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.Locking;
import org.exitrace.kvm.lock.LockClass;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.host.WholeCommands.Answer;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageType;

/**
 * SNP_LAUNCH_UPDATE: a page of a guest_memfd becomes the guest's, and is measured and encrypted.
 * Whatever goes wrong there is EIO.
 */
final class SnpUpdate {

    private static final List<String> SOURCES =
            List.of("fine", "null", "unaligned", "read-only", "bad-cpuid");

    private SnpUpdate() {
    }

    static List<SevCommand> all() {
        return List.of(SevCommand.of(SevCommandId.SNP_LAUNCH_UPDATE,
                "copies in, encrypts and measures a page of an SNP guest",
                SnpUpdate::checks, SnpUpdate::update).takingOf(bounds -> List.of(
                        Parameter.number("page", 0, Math.max(0, bounds.slots() - 1L),
                                "the guest's page").usually(0)
                                .boundedBy("slots: " + bounds.slots()),
                        Parameter.word("type", Arrays.stream(PageType.values())
                                .map(PageType::name).toList(), "the page's type")
                                .usually(PageType.NORMAL.name()),
                        Parameter.word("source", SOURCES, "the page that is copied, and what is"
                                + " wrong with it").usually("fine"),
                        Parameter.word("range", List.of("fine", "empty", "unaligned", "flags",
                                "bad-type"), "what is wrong with the rest").usually("fine"))));
    }

    private static Checks checks(SevCall call) {
        String range = call.arguments().word("range");
        String source = call.arguments().word("source");
        boolean zero = call.arguments().word("type").equals(PageType.ZERO.name());
        boolean young = call.kernel().has(KernelChange.B_62);
        return new Checks()
                .refuse("context", Errno.EINVAL, "the VM is no SNP guest, or has no context",
                        thread -> !SnpLaunch.isSnp(call, thread)
                                || call.sev(thread).snpContext.is(0))
                .refuseGiven(call.is(UserMemory.UNREADABLE), "parameters", Errno.EFAULT,
                        "the parameters cannot be read", thread -> true)
                .refuseGiven(range.equals("unaligned") || range.equals("flags")
                                || range.equals("bad-type"), "range", Errno.EINVAL,
                        "the length is none of pages, a flag is set, or the type is unknown",
                        thread -> true)
                .refuseGiven(young && range.equals("empty"), "length", Errno.EINVAL,
                        "the length is 0", thread -> true)
                .refuseGiven(young && !zero && (source.equals("null")
                                || source.equals("unaligned")), "source", Errno.EINVAL,
                        "the page that is copied is a null pointer, or no page's address",
                        thread -> true);
    }

    /** What it looks at under {@code slots_lock}. */
    static Checks slotChecks(SevCall call) {
        int page = call.arguments().number("page");
        return new Checks()
                .refuse("slot", Errno.EINVAL, "the page lies in no slot from a guest_memfd",
                        thread -> !call.vm(thread).memory.fromGmem.has(page));
    }

    private static Routine<KvmThread> update(SevCall call) {
        boolean nothing = call.arguments().word("range").equals("empty");
        Checks slot = slotChecks(call);
        return Routine.named("snp_launch_update", "docs/kvm-host.md b", code -> {
            Locking.lock(code, LockClass.SLOTS_LOCK, thread -> call.vm(thread).slotsLock);
            if (nothing) {
                code.step("nothing to populate", slot::refuse).costs("kvm.access");
            } else {
                code.test("RMPUPDATE: private, immutable", thread ->
                                !slot.refuse(thread) && populate(call, thread),
                        done -> done.step("SNP_LAUNCH_UPDATE", thread -> add(call, thread))
                                .costs("psp.command"),
                        failed -> failed.local(thread -> thread.fail(Errno.EIO)))
                        .costs("kvm.access");
            }
            Locking.unlock(code, LockClass.SLOTS_LOCK, thread -> call.vm(thread).slotsLock);
        });
    }

    private static int page(SevCall call, KvmThread thread) {
        return SnpPages.memory(thread, call.vm(thread), call.arguments().number("page"));
    }

    /**
     * The page must be private by KVM_SET_MEMORY_ATTRIBUTES (from memory). Before the repair a null
     * pointer made the kernel warn; it pinned nothing for writing.
     */
    private static boolean populate(SevCall call, KvmThread thread) {
        if (!call.vm(thread).memory.privatePages.has(call.arguments().number("page"))) {
            return false;
        }
        String source = call.arguments().word("source");
        if (source.equals("null") && !call.kernel().has(KernelChange.B_62)) {
            thread.host.oops.warning.raise();
            return false;
        }
        if (source.equals("read-only") && isCpuid(call)
                && call.kernel().has(KernelChange.B_61)) {
            return false;
        }
        boolean prepared = !call.kernel().has(KernelChange.B_66)
                && call.vm(thread).memory.prepared.has(call.arguments().number("page"));
        if (prepared || SnpPages.isAssigned(thread, page(call, thread))) {
            return false;
        }
        SnpPages.makePrivate(thread, call.vm(thread), page(call, thread),
                call.arguments().number("page"), true);
        return true;
    }

    private static boolean isCpuid(SevCall call) {
        return call.arguments().word("type").equals(PageType.CPUID.name());
    }

    private static void add(SevCall call, KvmThread thread) {
        String source = call.arguments().word("source");
        boolean wrong = isCpuid(call) && !source.equals("fine");
        Answer answer = measure(thread, call, page(call, thread),
                PageType.valueOf(call.arguments().word("type")), wrong ? "cpuid" : "");
        if (answer.succeeded()) {
            if (!call.kernel().has(KernelChange.B_66)) {
                call.vm(thread).memory.markPrepared(call.arguments().number("page"));
            }
            return;
        }
        thread.fail(Errno.EIO);
        SnpPages.reclaim(call, thread, page(call, thread));
        if (source.equals("read-only")) {
            thread.host.oops.wroteReadOnly.raise();
        }
    }

    static Answer measure(
            KvmThread thread, SevCall call, int page, PageType type, String flaw) {
        int context = call.sev(thread).snpContext.get() - 1;
        Consumer<CommandCells> fill = buffer -> {
            buffer.snp.gctx.become(context);
            buffer.page.become(page);
            buffer.snp.type.become(type);
        };
        return flaw.isEmpty() ? thread.host.psp.give(CommandId.SNP_LAUNCH_UPDATE, fill)
                : thread.host.psp.giveFlawed(CommandId.SNP_LAUNCH_UPDATE, flaw, fill);
    }
}
