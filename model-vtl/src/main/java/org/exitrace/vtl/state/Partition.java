package org.exitrace.vtl.state;

import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.VtlNumber;

/** What virtual processors share: which VTLs there are, and what each decides for lower ones. */
public final class Partition extends Region {

    /** Held by hypercalls that change the partition. */
    public final MutexCell lock;
    /** Its VTLs that are enabled. */
    public final BitsCell enabled;
    /** Its VTLs that have mode-based execution control. */
    public final BitsCell mbec;
    /** Its virtual processors that have been started. */
    public final BitsCell started;
    /** A VTL was enabled, or a virtual processor started, that had been already. */
    private final FlagCell enabledTwice = ghost().flag("I-06");
    private final FlagCell enabledOnVpTwice = ghost().flag("I-07");
    private final FlagCell startedInSpite = ghost().flag("I-31");
    private final FlagCell startedTwice = ghost().flag("I-33");
    private final FlagCell wrongStatus = ghost().flag("I-50");
    private final Memory memory;
    private final int vtls;

    Partition(CellScope scope, VtlBounds bounds, VtlStart start, Memory memory) {
        super(scope);
        this.memory = memory;
        vtls = bounds.vtls();
        lock = new MutexCell(scope, "lock");
        enabled = cells().bits("enabled_vtls", bounds.vtls()).initially(start.enabled());
        mbec = cells().bits("mbec_enabled_vtls", bounds.vtls());
        started = cells().bits("started_vps", bounds.vps()).initially(start.started());
    }

    /** VsmPartitionConfig of {@code vtl}; VTL0 has none, and reads 0. */
    public long config(int vtl) {
        return vtl == VtlNumber.LOWEST || vtl >= vtls ? 0 : memory.config(vtl).word();
    }

    /**
     * Writes VsmPartitionConfig of {@code vtl}; where protections begin, all pages take the
     * default mask.
     */
    public void configure(int vtl, long config) {
        if (vtl > VtlNumber.LOWEST) {
            PartitionConfig register = memory.config(vtl);
            boolean protectedBefore = register.protects.isSet();
            register.write(config);
            if (!protectedBefore && register.protects.isSet()) {
                memory.protect(vtl, (int) register.usual.get());
            }
        }
    }

    /** {@code vtl} is enabled. */
    public void enable(int vtl, boolean isMbec) {
        if (enabled.has(vtl)) {
            enabledTwice.raise();
        }
        enabled.add(vtl);
        if (isMbec) {
            mbec.add(vtl);
        }
    }

    /** {@code vtl} is enabled on {@code vp}. */
    public void enable(Vp vp, int vtl) {
        if (vp.enabled.has(vtl)) {
            enabledOnVpTwice.raise();
        }
        vp.enabled.add(vtl);
    }

    /** {@code vp} is started in {@code vtl}. */
    public void start(Vp vp, int vtl) {
        if (started.has(vp.number())) {
            startedTwice.raise();
        }
        vp.active.become(vtl);
        vp.judge().begins(vtl);
        started.add(vp.number());
    }

    /** A virtual processor was started although a higher VTL denies that. */
    public void startedInSpite() {
        startedInSpite.raise();
    }

    /** Whether a virtual processor was started although a higher VTL denies that. */
    public boolean isStartedInSpite() {
        return startedInSpite.isSet();
    }

    /** A hypercall was answered with what the published text does not admit. */
    public void wrongStatus() {
        wrongStatus.raise();
    }

    /** Whether a VTL of the partition was enabled twice. */
    public boolean isEnabledTwice() {
        return enabledTwice.isSet();
    }

    /** Whether a VTL of a virtual processor was enabled twice. */
    public boolean isEnabledOnVpTwice() {
        return enabledOnVpTwice.isSet();
    }

    /** Whether a virtual processor was started twice. */
    public boolean isStartedTwice() {
        return startedTwice.isSet();
    }

    /** Whether a hypercall was answered with what the published text does not admit. */
    public boolean hasWrongStatus() {
        return wrongStatus.isSet();
    }
}
