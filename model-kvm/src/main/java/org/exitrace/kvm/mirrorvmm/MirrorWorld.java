package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.mirrorvmm.design.MirrorDesign;

/** All that the VMM and its guest consist of, beside the host. */
final class MirrorWorld {

    final MirrorShape shape;
    final MirrorDesign design;
    final GuestMemory memory;
    final Mailbox mailbox;
    final VmmState vmm;
    final GuestProgress guest;
    final Broken broken;

    MirrorWorld(ModelBuilder model, MirrorShape shape) {
        this.shape = shape;
        this.design = MirrorDesign.of(model.design());
        memory = new GuestMemory(model.region("memory"), shape.is(MirrorStory.UNPLUG),
                !design.isAuxiliary());
        mailbox = new Mailbox(model.region("mailbox"));
        vmm = new VmmState(model.region("vmm"));
        guest = new GuestProgress(model.region("guest"));
        broken = new Broken(model.region("broken"));
    }
}
