package org.exitrace.vtl.protocol.translate;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.translate.Mmu.Paging;

/** VTL 0's vCPU, as far as a walk of its page tables reads it. */
final class TargetVcpu extends Region {

    /** Values of CR3: two of VTL 0's, and VTL 1's only one. */
    static final int CR3_OF_VTL1 = 2;
    /** Eight states that a guest can be in: levels, CR3, nested or not. */
    private static final int STATES = 8;

    final MutexCell mutex = new MutexCell(cells(), "mutex");
    /** Somebody wants it out of KVM_RUN. */
    final FlagCell kicked = cells().flag("kicked");
    /** It is in KVM_RUN, or its registers are being set. */
    final FlagCell running = cells().flag("running");
    /** walk_mmu points to the nested context. */
    final FlagCell nested = cells().flag("walk_mmu is nested");
    final EnumCell<Paging> paging = cells().choice("cr4", Paging.class);
    final CachedRegister cr3;
    final Mmu rootMmu;
    final Mmu nestedMmu;
    /** The last state that was whole, as a number. */
    private final CountCell whole = ghost().count("whole", STATES - 1);
    /** A translation is under way. */
    private final FlagCell watched = ghost().flag("watched");
    /** All whole states since it began. */
    private final BitsCell since = ghost().bits("whole since", STATES);

    TargetVcpu(CellScope scope, boolean keepsCache) {
        super(scope);
        cr3 = new CachedRegister(scope.in("cr3"), CR3_OF_VTL1, keepsCache);
        rootMmu = new Mmu(scope.in("root_mmu"));
        nestedMmu = new Mmu(scope.in("nested_mmu"));
    }

    Mmu mmu(boolean ofNested) {
        return ofNested ? nestedMmu : rootMmu;
    }

    /** All that a walk reads belongs together again. */
    void settle() {
        cr3.settle();
        whole.become(state(nested.isSet(), mmu(nested.isSet()).role.get(), cr3.get()));
        if (watched.isSet()) {
            since.add(whole.get());
        }
    }

    void watch() {
        watched.raise();
        since.become(1L << whole.get());
    }

    /** Whether VTL 0 was in that state at any time since {@link #watch}. */
    boolean wasIn(boolean isNested, Paging levels, int root) {
        return root != CR3_OF_VTL1 && since.has(state(isNested, levels, root));
    }

    void endWatch() {
        watched.clear();
        since.clear();
    }

    private static int state(boolean isNested, Paging levels, int root) {
        return root + 2 * levels.ordinal() + 4 * (isNested ? 1 : 0);
    }
}
