package org.exitrace.vtl.host.paravisor;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.RwSemCell;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.FlushCalls;
import org.exitrace.vtl.design.FlushDesign;
import org.exitrace.vtl.host.FlushedVcpu;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PageExits;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.PageRights;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/**
 * A guest with pages below the paravisor: it keeps the masks under a lock for readers and writers,
 * tells the hardware by RMPADJUST what they leave, and emulates by its own masks. Sources:
 * docs/vtl.md d.2 A6, f B11, B13; that emulation is a read section and that a change waits for it
 * is from memory.
 */
final class ParavisorPages {

    private final RwSemCell lock;
    private final PageRights rmp;
    private final ParavisorCalls calls;
    private final List<ParavisorVp> vps;
    private final PageExits<ParavisorVp> exits;
    private final FlushDesign flush;
    private final boolean guarded;
    private final Optional<ParavisorLocks> locks;

    ParavisorPages(HostSite site, ParavisorCalls calls, List<ParavisorVp> vps) {
        this.calls = calls;
        this.vps = vps;
        lock = new RwSemCell(site.model().region("paravisor"), "masks");
        rmp = PageRights.all(site.model().region("rmp"), "rights", site.bounds(), 1);
        site.guest().memory.mapsBy(rmp);
        exits = new PageExits<>(calls, site.model(), site.bounds());
        flush = calls.design().get(FlushDesign.SWITCH);
        guarded = calls.design().get(FaultGuard.SWITCH) == FaultGuard.COVERED;
        locks = site.calls().features().contains(Feature.TLB_LOCKS)
                && calls.design().get(FlushCalls.SWITCH).isWaiting()
                ? Optional.of(new ParavisorLocks(site, calls, vps)) : Optional.empty();
    }

    /** Its TLB locks, where somebody locks. */
    Optional<ParavisorLocks> locks() {
        return locks;
    }

    /** What {@code inside} says, with the masks locked for writing. */
    void changing(Block<ParavisorVp> code, Consumer<Block<ParavisorVp>> inside) {
        code.await("write-lock the masks", any -> lock.isFree(), any -> lock.downWrite())
                .costs(VtlCosts.ACCESS);
        inside.accept(code);
        code.step("unlock the masks", any -> lock.upWrite()).costs(VtlCosts.ACCESS);
    }

    /** What the masks leave comes into force. */
    void apply(Block<ParavisorVp> code, PageSpan span) {
        for (int i = span.lowest(); i < span.above(); i++) {
            int vtl = i;
            code.step("RMPADJUST for vtl" + vtl, vp -> {
                for (int page = span.first(); page < span.first() + span.count(); page++) {
                    vp.vp().vtl(vtl).view().follows(rmp, page);
                }
            }).costs(VtlCosts.ACCESS);
        }
        if (guarded) {
            for (ParavisorVp other : vps) {
                code.await("synchronize_rcu: " + other.name() + " emulates nothing",
                        any -> other.pages().reads.isClear());
            }
        }
        flush(code, span.above(), (vp, reached) -> {
            if (reached.number() >= span.lowest() && reached.number() < span.above()) {
                vp.vp().vtl(reached.number()).view().lock().masksReach(reached);
            }
        });
        locks.ifPresent(own -> own.changed(code, span));
    }

    /**
     * Each other processor comes back to the paravisor, where it drops its translations;
     * {@code reaches} is told of the VTLs of each that is asked.
     */
    void flush(Block<ParavisorVp> code, int vtl, BiConsumer<ParavisorVp, Vtl> reaches) {
        for (ParavisorVp other : vps) {
            code.step("ask " + other.name() + " to flush", vp -> {
                other.flush().asked.raise();
                other.vtls().forEach(each -> reaches.accept(vp, each));
            }).costs(VtlCosts.ACCESS)
                    .given(flush != FlushDesign.REQUEST, kick -> kick.when(vp -> vp != other,
                            sent -> ParavisorCalls.cancel(
                                    sent, other, any -> other.interruptLater())));
        }
        if (flush == FlushDesign.KICK_AND_WAIT) {
            for (ParavisorVp other : vps) {
                code.await(other.name() + " has come back to the paravisor",
                        any -> other.hasComeBack());
            }
        }
        FlushedVcpu.judge(code, calls, vps, vtl);
    }

    /** Before an entry: translations go that it was asked to drop; it waits while it is held. */
    void beforeEntry(Block<ParavisorVp> code) {
        code.test("flushes, if asked to", FlushedVcpu::drops, yes -> { })
                .costs(VtlCosts.ACCESS)
                .when(vp -> exits.holds(vp.active()), held -> held
                        .await("its intercept waits for a slot, or its flush for a lock",
                                vp -> vp.cancel.isSet() || !exits.holds(vp.active()))
                        .mayRest().again());
        locks.ifPresent(own -> own.beforeEntry(code));
    }

    void violation(Block<ParavisorVp> code) {
        code.await("read-lock the masks", any -> lock.isReadable(), any -> lock.downRead())
                .costs(VtlCosts.ACCESS);
        exits.violation(code);
        code.step("read-unlock the masks", any -> lock.upRead()).costs(VtlCosts.ACCESS);
    }

    void emulation(Block<ParavisorVp> code) {
        code.step("rcu_read_lock", vp -> vp.pages().reads.raise()).costs(VtlCosts.ACCESS)
                .test("do the masks forbid the emulated access?", vp -> exits.refuses(vp.active()),
                        exits::tell, allowed -> allowed
                                .step("emulate the instruction",
                                        vp -> PageExits.carryOut(vp.active()))
                                .costs(VtlCosts.ACCESS)).costs(VtlCosts.ACCESS)
                .step("rcu_read_unlock", vp -> {
                    vp.pages().reads.clear();
                    vp.active().exit.clear();
                }).costs(VtlCosts.ACCESS);
    }
}
