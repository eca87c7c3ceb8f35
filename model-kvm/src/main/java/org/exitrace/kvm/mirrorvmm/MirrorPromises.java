package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.model.ModelBuilder;

/** What a VMM with a mirror promises to its guest, and to who asks the mirror. */
final class MirrorPromises {

    private static final String ISSUE = "docs/mirror-vm.md";

    private MirrorPromises() {
    }

    static void declare(ModelBuilder model, MirrorWorld world) {
        content(model, world.broken);
        memory(model, world);
        requests(model, world);
    }

    private static void content(ModelBuilder model, Broken broken) {
        model.never("unmeasured-code",
                "the mirror runs what was not measured and the guest did not make",
                broken.unmeasured::isSet).because("the host could have put it there").from(ISSUE);
        model.never("binary-overwritten", "OVMF writes over the mirror's binary",
                broken.overwritten::isSet).because("the mirror then runs what OVMF left there");
        model.never("stack", "the entry uses a stack that is not reserved for it",
                broken.stack::isSet).because("it is not there yet, or somebody else's");
        model.never("registers", "the mirror begins with other registers than its entry's",
                broken.registers::isSet).because("any measured instruction is an entry then");
        model.never("given-more", "something is added to a guest that is RUNNING",
                broken.givenMore::isSet).because("its owner did not measure it");
        model.never("refused", "KVM or the firmware refuses what the mirror needs",
                broken.refused::isSet).because("there is no mirror then");
    }

    private static void memory(ModelBuilder model, MirrorWorld world) {
        model.never("missing-slot", "the mirror touches RAM for which it has no slot",
                world.broken.missingSlot::isSet)
                .because("the access is taken for one to a device");
        model.never("stale-slot", "the mirror has a slot of memory that was given back",
                () -> world.memory.block.isClear() && world.memory.mirrorSlot.isSet())
                .because("its next access goes to whatever is mapped there");
        model.never("outlives", "the mirror is in the guest when its memory is given back",
                () -> world.vmm.memoryFreed.isSet() && world.guest.mirrorInside.isSet())
                .because("it runs in nobody's memory");
        model.atRest("boots", "the main VM has booted, unless its owner withheld it",
                () -> world.guest.os.isSet() || world.vmm.withheld.isSet())
                .because("nobody else would notice");
    }

    private static void requests(ModelBuilder model, MirrorWorld world) {
        model.never("torn-request", "the mirror serves a request that is not whole",
                world.broken.torn::isSet).because("it works on a page that nobody asked for");
        model.never("wrong-answer", "the VMM takes the answer of another request",
                world.broken.wrongAnswer::isSet)
                .because("a page goes out with the contents of another");
        model.atRest("answered", "each request was answered, timed out, or the VM has ended",
                () -> world.vmm.asked.get() == world.vmm.answered.get()
                        || world.vmm.timedOut.isSet() || world.vmm.ends.isSet())
                .because("who asked waits for ever");
        model.reachable("through", "the story gets to its end", world.vmm.through::isSet);
    }
}
