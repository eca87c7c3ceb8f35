package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.design.InitDrop;
import org.exitrace.vtl.design.VpStart;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.spec.VtlNumber;

/** A virtual processor and its VTLs. */
public final class Vp extends Region {

    /** Its VTLs that are enabled. */
    public final BitsCell enabled;
    /** The VTL of which the hypervisor says that it is active. */
    public final IndexCell active;

    private final HypervisorBug bug;
    private final InitDrop initDrop;
    private final Memory memory;
    private final SwitchJudge judge;
    private final VpRequests requests;
    private final Sends sends;
    private final VpReset reset;
    private final List<Vtl> vtls = new ArrayList<>();
    private final int number;

    Vp(ModelBuilder model, int number, VtlBounds bounds, VtlStart start, Memory memory) {
        super(model.region("vp[" + number + "]"));
        this.number = number;
        initDrop = model.design().get(InitDrop.SWITCH);
        this.memory = memory;
        bug = model.design().get(HypervisorBug.SWITCH);
        enabled = cells().bits("enabled_vtls", bounds.vtls())
                .initially(start.enabled());
        active = cells().index("active_vtl", bounds.vtls()).initially(0);
        judge = new SwitchJudge(cells().in("judge"), this, bounds.vtls());
        boolean isAsked = start.isChanged()
                && model.design().get(VpStart.SWITCH) != VpStart.AT_ONCE;
        requests = isAsked ? new VpRequests(cells().in("requests"), bounds.vtls(),
                number < start.vps()) : null;
        sends = bounds.vtls() > 1 && bounds.senders() > 1
                ? new Sends(cells().in("sends"), this, bounds) : null;
        reset = start.features().contains(Feature.RESETS_OF_ALL) && number > 0
                ? new VpReset(cells().in("reset")) : null;
        for (int vtl = 0; vtl < bounds.vtls(); vtl++) {
            vtls.add(vtl(model, vtl, bounds, start));
        }
    }

    private Vtl vtl(ModelBuilder model, int vtl, VtlBounds bounds, VtlStart start) {
        String name = "vp[" + number + "].vtl[" + vtl + "]";
        Vtl each = new Vtl(model.region(name), model.region(name + ".lapic"), this, vtl,
                bounds, start.features());
        if (bounds.pages() > 0) {
            each.sees(new MemoryView(model.region(name + ".memory"), memory, this, vtl,
                    bounds, start));
        }
        if (bounds.parts().vina()) {
            each.isTold(new Vina(
                    model.region(name + ".vina"), model.design(), bounds.vectors()));
        }
        if (bounds.parts().sints() > 0) {
            each.gets(Synic.of(model, name, bounds, start.features(), each.lapic));
        }
        if (start.intercepts()) {
            each.mayIntercept(new Interception(
                    model.region(name + ".intercepts"), bounds.vtls()));
        }
        if (start.features().contains(Feature.MODES)) {
            each.executesIn(new CpuMode(model.region(name + ".cpu"),
                    has(HypervisorBug.CALLS_FROM_REAL_MODE)));
        }
        return each;
    }

    /** Whether its hypervisor has that bug. */
    boolean has(HypervisorBug one) {
        return bug == one;
    }

    InitDrop initDrop() {
        return initDrop;
    }

    /** Whether a VTL above {@code vtl} denies lower ones to start processors. */
    boolean isDenied(Vtl vtl) {
        for (int above = vtl.number() + 1; above < vtls.size(); above++) {
            if (VsmPartitionConfig.DENY_LOWER_VTL_STARTUP.isSetIn(memory.configWord(above))) {
                return true;
            }
        }
        return false;
    }

    /** Its number. */
    public int number() {
        return number;
    }

    /** The id of its local APICs. */
    public int apicId() {
        return vtls.get(0).lapic.id();
    }

    /** Its VTLs, the least privileged first. */
    public List<Vtl> vtls() {
        return vtls;
    }

    /** VTL {@code number} of it. */
    public Vtl vtl(int vtl) {
        return vtls.get(vtl);
    }

    /** What others ask of it; null in a machine in which that is one step. */
    public VpRequests requests() {
        return requests;
    }

    /** Who sends to it; null in a machine in which one at a time does. */
    Sends sends() {
        return sends;
    }

    /** How it is reset by another; null where nobody does that. */
    public VpReset reset() {
        return reset;
    }

    /** Whether it is to be reset before it executes anything. */
    boolean isToReset() {
        return reset != null && reset.isAsked();
    }

    /** It has VTL0 alone, as at first. */
    void forgets() {
        enabled.become(1L << VtlNumber.LOWEST);
        vtls.forEach(Vtl::resets);
    }

    /** Its own thread resets it: VTL0 waits for SIPI. */
    void resets() {
        forgets();
        vtls.forEach(vtl -> vtl.lapic.startup().ends(vtl));
        vtl(VtlNumber.LOWEST).lapic.startup().waits();
        reset.isThrough();
    }

    /** Its VTLs that are enabled or will be. */
    public long enabledOrPromised() {
        return enabled.get() | (requests == null ? 0 : requests.promised.get());
    }

    /** Whether it has a VTL that has not got its initial context. */
    public boolean isAhead() {
        return requests.isAhead(enabled.get());
    }

    /** Who tells what its host breaks. */
    public SwitchJudge judge() {
        return judge;
    }

    /** The VTL that is active. */
    public Vtl activeVtl() {
        return vtls.get(active.get());
    }

    /** Whether the VTL that is active is none that it has. */
    public boolean isInNoVtlOfItsOwn() {
        return !enabled.has(active.get());
    }

    /** The next enabled VTL above {@code vtl}. */
    public Optional<Vtl> above(Vtl vtl) {
        for (int i = vtl.number() + 1; i < vtls.size(); i++) {
            if (enabled.has(i)) {
                return Optional.of(vtls.get(i));
            }
        }
        return Optional.empty();
    }

    /** The next enabled VTL below {@code vtl}. */
    public Optional<Vtl> below(Vtl vtl) {
        for (int i = vtl.number() - 1; i >= 0; i--) {
            if (enabled.has(i)) {
                return Optional.of(vtls.get(i));
            }
        }
        return Optional.empty();
    }

    /** To which VTL {@code from} asks to go when it stops for {@code reason}; none if nowhere. */
    public Optional<Vtl> target(Vtl from, Exit reason) {
        if (!from.isHeard()) {
            return Optional.empty();
        }
        return reason == Exit.VTL_CALL ? above(from)
                : reason.isReturn() ? below(from) : Optional.empty();
    }

    /** Whether a VTL executes that is not the active one; of two at least one is not. */
    public boolean isAstray() {
        for (Vtl vtl : vtls) {
            if (vtl.executes.isSet() && !active.is(vtl.number())) {
                return true;
            }
        }
        return false;
    }
}
