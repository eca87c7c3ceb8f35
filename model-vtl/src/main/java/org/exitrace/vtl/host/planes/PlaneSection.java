package org.exitrace.vtl.host.planes;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.protocol.section.GracePeriod;
import org.exitrace.vtl.protocol.section.ReadSection;
import org.exitrace.vtl.state.VtlCosts;

/** kvm->srcu: what a thread of the kernel has read within it holds until it leaves. */
final class PlaneSection {

    private final ReadSection readers;
    private final List<GracePeriod> periods = new ArrayList<>();

    PlaneSection(ModelBuilder model, int vps) {
        readers = new ReadSection(model.region("kvm.srcu"), vps);
        for (int vp = 0; vp < vps; vp++) {
            periods.add(readers.period(model.region("vcpu[" + vp + "].synchronize_srcu")));
        }
    }

    /** Those who are inside. */
    ReadSection readers() {
        return readers;
    }

    void enter(Block<PlaneVcpu> code) {
        code.step("srcu_read_lock", vcpu -> readers.enter(vcpu.vp().number()))
                .costs(VtlCosts.ACCESS);
    }

    void leave(Block<PlaneVcpu> code) {
        code.step("srcu_read_unlock", this::leaves).costs(VtlCosts.ACCESS);
    }

    void leaves(PlaneVcpu vcpu) {
        readers.leave(vcpu.vp().number());
    }

    /** Waits for all who are inside. */
    void await(Block<PlaneVcpu> code) {
        GracePeriod.await(code, vcpu -> periods.get(vcpu.vp().number()));
    }
}
