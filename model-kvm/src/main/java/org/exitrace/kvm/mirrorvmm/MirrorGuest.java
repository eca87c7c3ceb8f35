package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;
import org.exitrace.kvm.spec.Errno;

/** What the mirror's vCPU runs: its entry, then a loop that answers what the mailbox asks. */
final class MirrorGuest {

    /** What KVM_RUN gives when it halts. */
    static final String HALTED = "KVM_EXIT_HLT";
    /** When it writes to a port. */
    static final String IO = "KVM_EXIT_IO";
    /** When it touches what is no memory. */
    static final String MMIO = "KVM_EXIT_MMIO";

    private final MirrorWorld world;

    MirrorGuest(MirrorWorld world) {
        this.world = world;
    }

    /** From where it was left until it exits. */
    Routine<KvmThread> routine() {
        return Routine.named("mirror", "docs/mirror-vm.md", code -> code
                .local(thread -> world.guest.mirrorInside.raise())
                .when(thread -> world.guest.entered.isClear(), this::entry)
                .when(thread -> world.guest.ready.isClear(), this::prepare)
                .when(thread -> !world.guest.serving.is(0), this::answer)
                .forever(loop -> {
                    if (world.design.halts()) {
                        halt(loop);
                    } else {
                        poll(loop);
                    }
                    serve(loop);
                })
                .local(thread -> world.guest.mirrorInside.clear()));
    }

    /** Where it exits, it goes on behind the exit when it runs again. */
    private void exit(Block<KvmThread> code, String reason) {
        code.local(thread -> {
            thread.result.become(reason);
            world.guest.mirrorInside.clear();
        }).done();
    }

    private void entry(Block<KvmThread> code) {
        code.step("fetches its first instruction", thread -> fetch()).costs("kvm.access");
        code.step("OUT to port 0x402: says that it has started",
                thread -> world.guest.entered.raise()).costs("kvm.access");
        exit(code, IO);
    }

    private void prepare(Block<KvmThread> code) {
        if (!world.design.hasBinary()) {
            code.step("loads its stack", thread -> useStack()).costs("kvm.access");
        }
        if (!world.design.keeps(MirrorRule.KEEPS_EARLY_REQUEST)) {
            code.step("Go = 0 at its start", thread -> world.mailbox.go.clear())
                    .costs("kvm.access");
        }
        code.local(thread -> world.guest.ready.raise());
    }

    private void fetch() {
        PageUse code = world.design.hasBinary()
                ? world.memory.binary.get() : world.memory.ovmf.get();
        if (code == PageUse.FREE || code == PageUse.COPIED) {
            world.broken.unmeasured.raise();
        }
        if (!world.shape.es() && !world.design.keeps(MirrorRule.STARTS_AT_ITS_ENTRY)) {
            world.broken.registers.raise();
        }
    }

    private void useStack() {
        if (!world.memory.stack.is(PageUse.MADE)) {
            world.broken.stack.raise();
        }
    }

    private void poll(Block<KvmThread> loop) {
        loop.either("polls", ways -> {
            ways.when("sees Go", thread -> world.mailbox.go.isSet(), thread -> { })
                    .costs("kvm.access");
            if (!world.design.isRunByAsker()) {
                ways.when("signal", thread -> world.vmm.kickMirror.isSet(),
                        thread -> thread.fail(Errno.EINTR), Block::leave).costs("kvm.access");
            }
            if (world.design.isAuxiliary() && !world.design.keeps(MirrorRule.HIDDEN_VCPU)) {
                ways.when("INIT", thread -> world.guest.taken.isSet(), thread -> { },
                        Block::leave).costs("kvm.access");
            }
        }).mayRest();
    }

    private void halt(Block<KvmThread> loop) {
        loop.test("Go?", thread -> world.mailbox.go.isSet(), yes -> { }, no -> no
                .step("HLT", thread -> thread.result.become(HALTED)).costs("kvm.access")
                .leave()).costs("kvm.access");
    }

    private void serve(Block<KvmThread> loop) {
        loop.step("reads the request, Done = 0", thread -> read()).costs("kvm.access");
        loop.test("works on the page", thread -> work(), fine -> { },
                missing -> exit(missing, MMIO)).costs("kvm.access");
        answer(loop);
    }

    private void answer(Block<KvmThread> loop) {
        loop.step("writes the answer", thread ->
                world.mailbox.answer.become(world.guest.serving.get())).costs("kvm.access");
        loop.step("Go = 0", thread -> world.mailbox.go.clear()).costs("kvm.access");
        loop.step("Done = 1", thread -> {
            world.mailbox.done.raise();
            world.guest.serving.clear();
        }).costs("kvm.access");
    }

    private void read() {
        if (world.mailbox.request.get() != world.vmm.asked.get()) {
            world.broken.torn.raise();
        }
        world.guest.serving.become(world.mailbox.request.get());
        world.mailbox.done.clear();
    }

    /** Whether it is memory; what else it may be, the VMM must answer. */
    private boolean work() {
        if (!world.design.hasBinary()) {
            useStack();
        }
        boolean slot = world.design.isAuxiliary()
                ? world.memory.mainSlot.isSet() : world.memory.mirrorSlot.isSet();
        boolean memory = slot || !world.shape.hasBlock();
        world.broken.missingSlot.become(!memory || world.broken.missingSlot.isSet());
        return memory;
    }
}
