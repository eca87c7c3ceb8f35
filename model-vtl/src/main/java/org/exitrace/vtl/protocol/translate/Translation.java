package org.exitrace.vtl.protocol.translate;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.translate.Mmu.Paging;
import org.exitrace.vtl.spec.HvStatus;

/** One translation, by whoever does it for VTL 1. */
final class Translation extends Region {

    final TargetVcpu target;
    /** The table of vCPUs has VTL 0's. */
    final FlagCell sibling = cells().flag("sibling");
    /** M: the context that the walk is given. */
    final FlagCell mmuIsNested = cells().flag("M is nested");
    /** Where the function was read. */
    final FlagCell functionIsNested = cells().flag("f is nested");
    final EnumCell<Paging> function = cells().choice("f", Paging.class);
    final EnumCell<Paging> role = cells().choice("levels", Paging.class);
    final CountCell cr3 = cells().count("cr3", TargetVcpu.CR3_OF_VTL1);
    /** VTL 0's vCPU is the one whose registers this thread's processor has. */
    final FlagCell loaded = cells().flag("loaded");
    /** What VTL 1 is told. */
    final EnumCell<HvStatus> status = cells().choice("status", HvStatus.class);
    final FlagCell ended = cells().flag("ended");
    /** A result that no state of VTL 0 has. */
    final FlagCell wrong = ghost().flag("wrong result");
    /** The function of one context was given another one. */
    final FlagCell mixed = ghost().flag("mixed contexts");
    /** Something was read while VTL 0 ran. */
    final FlagCell overlapped = ghost().flag("overlapped");
    final FlagCell followedNull = ghost().flag("followed NULL");

    Translation(CellScope scope, TargetVcpu target, boolean withSibling) {
        super(scope);
        this.target = target;
        sibling.initially(withSibling);
    }

    /** Each read of VTL 0's vCPU passes here. */
    TargetVcpu read() {
        if (target.running.isSet()) {
            overlapped.raise();
        }
        return target;
    }

    void end(HvStatus told) {
        if (told == HvStatus.SUCCESS) {
            mixed.become(mmuIsNested.isSet() != functionIsNested.isSet());
            boolean fits = mixed.isClear() && (mmuIsNested.isSet() || function.get() == role.get());
            wrong.become(!fits || !target.wasIn(mmuIsNested.isSet(), role.get(), cr3.get()));
        }
        status.become(told);
        ended.raise();
        mmuIsNested.clear();
        functionIsNested.clear();
        function.clear();
        role.clear();
        cr3.clear();
        target.endWatch();
    }
}
