package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;

/** The thread that asks the mirror for pages, as a migration does. */
final class Asker {

    private final MirrorWorld world;
    private final MirrorIoctls ioctls;
    private final Routine<KvmThread> guest;

    Asker(MirrorWorld world, MirrorIoctls ioctls) {
        this.world = world;
        this.ioctls = ioctls;
        this.guest = new MirrorGuest(world).routine();
    }

    Routine<KvmThread> routine() {
        return Routine.named("migration", "docs/mirror-vm.md", code -> {
            code.await("begins", thread -> mayBegin()).mayRest().costs("kvm.access");
            code.when(thread -> world.vmm.ends.isClear(), this::ask);
        });
    }

    private boolean mayBegin() {
        boolean begins = switch (world.shape.story()) {
            case STOP -> world.vmm.stopped.isSet();
            case PLUG -> world.memory.listed.isSet();
            default -> world.vmm.started.isSet();
        };
        return begins || world.vmm.ends.isSet();
    }

    private void ask(Block<KvmThread> code) {
        if (world.shape.is(MirrorStory.UNPLUG)) {
            code.test("finds the block in the list", thread -> find(), this::request)
                    .costs("kvm.access");
        } else {
            request(code);
        }
        if (world.shape.is(MirrorStory.TWO_REQUESTS)) {
            boolean isFinal = world.design.keeps(MirrorRule.TIMEOUT_IS_FINAL);
            code.when(thread -> world.vmm.timedOut.isClear() || !isFinal, this::request);
        }
    }

    /** From here on the block's removal waits. */
    private boolean find() {
        if (world.memory.listed.isSet()) {
            world.vmm.asking.raise();
        }
        return world.memory.listed.isSet();
    }

    private void request(Block<KvmThread> code) {
        if (world.design.keeps(MirrorRule.GO_FLAG_LAST)) {
            code.step("writes the request, Done = 0", thread -> {
                open();
                write();
            }).costs("kvm.access");
            code.step("Go = 1", thread -> world.mailbox.go.raise()).costs("kvm.access");
        } else {
            code.step("Go = 1 before the request", thread -> {
                open();
                world.mailbox.go.raise();
            }).costs("kvm.access");
            code.step("writes the request, Done = 0", thread -> write()).costs("kvm.access");
        }
        answer(code);
        code.local(thread -> world.vmm.asking.clear());
    }

    private void open() {
        world.vmm.asking.raise();
        world.vmm.asked.increment();
    }

    private void write() {
        world.mailbox.request.become(world.vmm.asked.get());
        world.mailbox.done.clear();
    }

    private void answer(Block<KvmThread> code) {
        if (world.design.isRunByAsker()) {
            code.forever(this::run);
            code.test("Done?", thread -> world.mailbox.done.isSet(),
                    done -> done.local(thread -> take())).costs("kvm.access");
            return;
        }
        code.either("waits", ways -> {
            ways.when("sees Done", thread -> world.mailbox.done.isSet(), thread -> take())
                    .costs("kvm.access");
            if (world.shape.is(MirrorStory.TWO_REQUESTS)) {
                ways.when("100 ms are over", thread -> world.vmm.timedOut.isClear(),
                        thread -> world.vmm.timedOut.raise()).costs("kvm.access");
            }
        }).mayRest();
    }

    /** Until it halts; after a signal it is run again. */
    private void run(Block<KvmThread> loop) {
        loop.await("runs the mirror, or ends", thread -> world.vmm.ends.isSet() || mayRun(),
                        thread -> world.vmm.mirrorRuns.become(world.vmm.ends.isClear()))
                .mayRest().costs("kvm.access");
        loop.when(thread -> world.vmm.mirrorRuns.isClear(), Block::leave);
        ioctls.give(loop, ioctls.runMirror(guest));
        loop.local(thread -> world.vmm.mirrorRuns.clear());
        VcpuThreads.goesOn(loop);
    }

    private boolean mayRun() {
        return world.vmm.mirrorMade.isSet()
                && world.vmm.kickMirror.isClear()
                && (!world.design.waitsForDriver() || world.guest.announced.isSet());
    }

    private void take() {
        world.vmm.answered.increment();
        if (world.mailbox.answer.get() != world.vmm.asked.get()) {
            world.broken.wrongAnswer.raise();
        }
    }
}
