package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.mirrorvmm.design.MirrorRule;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.spec.GuestState;

/** How the VMM makes both VMs, launches what they begin with, and lets the owner measure it. */
final class SetUp {

    private final MirrorWorld world;
    private final MirrorIoctls ioctls;
    private final boolean early;

    SetUp(MirrorWorld world, MirrorIoctls ioctls) {
        this.world = world;
        this.ioctls = ioctls;
        this.early = world.design.keeps(MirrorRule.MADE_BEFORE_FINISH);
    }

    Routine<KvmThread> routine() {
        return Routine.named("VMM", "docs/mirror-vm.md", code -> {
            boolean es = world.shape.es();
            ioctls.must(code, ioctls.createVm(0));
            ioctls.must(code, ioctls.sev(
                    es ? SevCommandId.SEV_ES_INIT : SevCommandId.SEV_INIT, 0));
            ioctls.must(code, ioctls.sev(SevCommandId.LAUNCH_START, 0));
            ioctls.must(code, ioctls.createVcpu(0, 0));
            code.given(early, this::mirror);
            load(code);
            code.given(es, registers -> ioctls.must(registers,
                    ioctls.sev(SevCommandId.LAUNCH_UPDATE_VMSA, 0)));
            code.given(es && early && !world.design.isAuxiliary(), this::mirrorRegisters);
            ioctls.must(code, ioctls.sev(SevCommandId.LAUNCH_MEASURE, 0));
            code.test("the owner compares the measurement", thread -> isAsExpected(),
                    this::begin, no -> no.local(thread -> world.vmm.withheld.raise()))
                    .costs("kvm.access");
        });
    }

    private void begin(Block<KvmThread> code) {
        ioctls.must(code, ioctls.sev(SevCommandId.LAUNCH_FINISH, 0));
        if (!early) {
            mirror(code);
            code.given(world.shape.es(), this::mirrorRegisters);
        }
        code.step("starts the vCPUs", thread -> world.vmm.started.raise()).costs("kvm.access");
    }

    private void mirror(Block<KvmThread> code) {
        if (!world.design.isAuxiliary()) {
            ioctls.must(code, ioctls.createVm(1));
            ioctls.must(code, ioctls.mirror());
        }
        ioctls.must(code, ioctls.createVcpu(
                world.design.mirrorVm(), world.design.mirrorVcpu()));
        code.local(thread -> world.vmm.mirrorMade.become(world.broken.refused.isClear()));
    }

    private void mirrorRegisters(Block<KvmThread> code) {
        ioctls.must(code, ioctls.sev(
                SevCommandId.LAUNCH_UPDATE_VMSA, world.design.mirrorVm()));
        code.local(thread -> {
            if (thread.result.is(KvmThread.OK)
                    && thread.host.firmware.guests.get(0).state.is(GuestState.RUNNING)) {
                world.broken.givenMore.raise();
            }
        });
    }

    private void load(Block<KvmThread> code) {
        code.step("copies OVMF to its place", thread ->
                world.memory.ovmf.become(PageUse.COPIED)).costs("kvm.access");
        ioctls.must(code, ioctls.updateData(MirrorShape.OVMF_PAGE));
        code.local(thread -> world.memory.ovmf.become(PageUse.MEASURED));
        if (world.design.hasBinary()) {
            code.step("copies the binary to its place", thread ->
                    world.memory.binary.become(PageUse.COPIED)).costs("kvm.access");
            code.given(world.design.keeps(MirrorRule.BINARY_IS_MEASURED), launched -> {
                ioctls.must(launched, ioctls.updateData(MirrorShape.BINARY_PAGE));
                launched.local(thread -> world.memory.binary.become(PageUse.MEASURED));
            });
        }
    }

    /** The owner expects what the VMM says that it launches; registers are in it with SEV-ES. */
    private boolean isAsExpected() {
        return !world.shape.es() || world.design.keeps(MirrorRule.STARTS_AT_ITS_ENTRY);
    }
}
