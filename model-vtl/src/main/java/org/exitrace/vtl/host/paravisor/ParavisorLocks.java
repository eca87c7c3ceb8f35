package org.exitrace.vtl.host.paravisor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.call.TlbLocks;
import org.exitrace.vtl.design.FlushCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.protocol.runloop.Cancel;
import org.exitrace.vtl.protocol.stores.StoreBuffer;
import org.exitrace.vtl.protocol.tlblock.LockBoard;
import org.exitrace.vtl.protocol.tlblock.LockSteps;
import org.exitrace.vtl.protocol.tlblock.ProcessorLock;
import org.exitrace.vtl.state.TlbLock;

/**
 * TLB locks of a paravisor, by the steps of docs/vtl.md f.2: a flush goes first, then its caller
 * tells all whose lock it sees, and is not entered before they have given up.
 */
final class ParavisorLocks implements TlbLocks<ParavisorVp> {

    private final ParavisorCalls calls;
    private final List<ParavisorVp> vps;
    private final int vtls;
    private final boolean masksWait;
    /** Of each VTL, those of all processors. */
    private final List<List<ProcessorLock>> locks = new ArrayList<>();

    ParavisorLocks(HostSite site, ParavisorCalls calls, List<ParavisorVp> vps) {
        this.calls = calls;
        this.vps = vps;
        vtls = site.bounds().vtls();
        masksWait = calls.design().get(FlushCalls.SWITCH) == FlushCalls.WAIT;
        ModelBuilder model = site.model();
        for (int vtl = 0; vtl < vtls; vtl++) {
            LockBoard board = new LockBoard(model.region("tlb_locked[" + vtl + "]"), vps.size());
            List<ProcessorLock> all = new ArrayList<>();
            for (int vp = 0; vp < vps.size(); vp++) {
                ProcessorLock own = board.join(
                        model.region("vcpu[" + vp + "].tlb_lock[" + vtl + "]"),
                        StoreBuffer.none());
                site.guest().vtl(vp, vtl).view().lock().waitsBy(own);
                all.add(own);
            }
            locks.add(all);
        }
    }

    @Override
    public void flush(
            Block<ParavisorVp> code, boolean flushes, Consumer<Block<ParavisorVp>> done) {
        code.given(flushes, all -> calls.flush(all, vtls, (vp, reached) ->
                vp.active().view().lock().flushReaches(reached)));
        done.accept(code);
        ofActive().register(code);
    }

    /**
     * The masks of VTLs have changed, and translations are gone: this processor enters none of
     * these before the locks are over that it sees.
     */
    void changed(Block<ParavisorVp> code, PageSpan span) {
        for (int vtl = span.lowest(); vtl < span.above() && masksWait; vtl++) {
            steps(vtl).register(code);
        }
    }

    /** Before an entry: a VTL whose flush met a lock is not entered while that is held. */
    void beforeEntry(Block<ParavisorVp> code) {
        ofActive().look(code, free -> { }, blocked -> blocked
                .await("halts until it is woken", vp -> vp.cancel.isSet()).mayRest().again());
    }

    /** The active VTL is entered. */
    void enters(ParavisorVp vp) {
        vp.active().view().lock().isEntered();
    }

    @Override
    public void write(Block<ParavisorVp> code, int vtl, boolean locked) {
        if (locked) {
            steps(vtl).take(code);
            code.local(vp -> lock(vp, vtl).lockedBy.add(vp.active().number()));
        } else {
            unlock(code, vtl);
        }
    }

    /** The active VTL returns, and whatever it has locked is released. */
    void returns(Block<ParavisorVp> code) {
        for (int vtl = vtls - 2; vtl >= 0 && calls.guest().memory.releasesAtReturn(); vtl--) {
            unlock(code, vtl);
        }
    }

    /** The bit that all see goes with the last VTL that has locked. */
    private void unlock(Block<ParavisorVp> code, int vtl) {
        code.when(vp -> lock(vp, vtl).lockedBy.has(vp.active().number()), own -> own
                .local(vp -> calls.guest().memory.givesUp(lock(vp, vtl), vp.active()))
                .when(vp -> lock(vp, vtl).lockedBy.isEmpty(), last -> steps(vtl).giveUp(last,
                        asleep -> Cancel.send(asleep, vp -> blocked(vp, vtl).cancel,
                                vp -> blocked(vp, vtl).interrupt()))));
    }

    private LockSteps<ParavisorVp> ofActive() {
        return LockSteps.asShipped(vp -> of(vp, vp.active().number()));
    }

    private LockSteps<ParavisorVp> steps(int vtl) {
        return LockSteps.asShipped(vp -> of(vp, vtl));
    }

    private ProcessorLock of(ParavisorVp vp, int vtl) {
        return locks.get(vtl).get(vp.vp().number());
    }

    private ParavisorVp blocked(ParavisorVp vp, int vtl) {
        return vps.get(of(vp, vtl).next());
    }

    private static TlbLock lock(ParavisorVp vp, int vtl) {
        return vp.vp().vtl(vtl).view().lock();
    }
}
