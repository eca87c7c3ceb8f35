package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.spec.VtlNumber;

/** What virtual processors share: which VTLs there are, and what each decides for lower ones. */
public final class Partition extends Region {

    private static final int CONFIG_BITS = 16;

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
    private final FlagCell startedTwice = ghost().flag("I-33");
    private final FlagCell wrongStatus = ghost().flag("I-50");
    private final List<CountCell> configs = new ArrayList<>();

    Partition(CellScope scope, VtlBounds bounds, VtlStart start) {
        super(scope);
        lock = new MutexCell(scope, "lock");
        enabled = cells().bits("enabled_vtls", bounds.vtls()).initially(start.enabled());
        mbec = cells().bits("mbec_enabled_vtls", bounds.vtls());
        started = cells().bits("started_vps", bounds.vps()).initially(start.started());
        for (int vtl = 1; vtl < bounds.vtls(); vtl++) {
            configs.add(cells().count("config[" + vtl + "]", 0, (1 << CONFIG_BITS) - 1)
                    .initially((int) VsmPartitionConfig.AT_RESET));
        }
    }

    /** VsmPartitionConfig of {@code vtl}; VTL0 has none, and reads 0. */
    public long config(int vtl) {
        return vtl == VtlNumber.LOWEST || vtl > configs.size() ? 0 : configs.get(vtl - 1).get();
    }

    /** Writes VsmPartitionConfig of {@code vtl}, of which the model has bits 15:0. */
    public void configure(int vtl, long config) {
        if (vtl > VtlNumber.LOWEST) {
            configs.get(vtl - 1).become((int) (config & (1 << CONFIG_BITS) - 1));
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
        started.add(vp.number());
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
