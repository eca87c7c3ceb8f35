package org.exitrace.vtl.state;

import java.util.List;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.VsmPartitionStatus;
import org.exitrace.vtl.spec.VtlNumber;

/** What virtual processors share: which VTLs there are, and what each decides for lower ones. */
public final class Partition extends Region {

    /** MbecVtlMask of VsmCapabilities: all VTLs but VTL0. */
    public static final int MBEC_VTL_MASK = 0xFFFE;

    /** Held by hypercalls that change the partition. */
    public final MutexCell lock;
    /** Its VTLs that are enabled; one bit more stands for all above MaximumVtl. */
    public final BitsCell enabled;
    /** Its VTLs that have mode-based execution control. */
    public final BitsCell mbec;
    /** Its virtual processors that have been started. */
    public final BitsCell started;
    private final PortIntercepts ports;
    private final BitsCell startedOnce;
    private final Breaches breaches;
    private final Memory memory;
    private final int vtls;

    Partition(CellScope scope, VtlBounds bounds, VtlStart start, Memory memory) {
        super(scope);
        this.memory = memory;
        vtls = bounds.vtls();
        lock = new MutexCell(scope, "lock");
        enabled = cells().bits("enabled_vtls", vtls + 1).initially(start.enabled());
        mbec = cells().bits("mbec_enabled_vtls", bounds.vtls());
        started = cells().bits("started_vps", bounds.vps()).initially(start.started());
        ports = start.features().contains(Feature.PORTS)
                ? new PortIntercepts(scope.in("ports"), vtls) : null;
        startedOnce = ghost().bits("started_once", bounds.vps()).initially(start.started());
        breaches = new Breaches(ghost(), true);
    }

    /**
     * Writes VsmPartitionConfig of {@code vtl}; where protections begin, all pages take the
     * default mask.
     */
    public void configure(int vtl, long config) {
        if (vtl > VtlNumber.LOWEST) {
            PartitionConfig register = memory.config(vtl);
            boolean protectedBefore = register.protects.isSet();
            long maskBefore = register.usual.get();
            register.write(config);
            if (protectedBefore
                    && (register.protects.isClear() || register.usual.get() != maskBefore)) {
                note(Breach.UNFROZEN);
            }
            if (!protectedBefore && register.protects.isSet()) {
                memory.protect(vtl, (int) register.usual.get());
            }
        }
    }

    /** Registers that only tell are written: of PartitionStatus that has an effect. */
    public void writeStatus(HvRegister register, long value) {
        note(Breach.STATUS_WRITTEN);
        if (register == HvRegister.VSM_PARTITION_STATUS) {
            mbec.become(VsmPartitionStatus.MBEC_ENABLED_VTL_SET.in(value) & (1L << vtls) - 1);
        }
    }

    /** {@code vtl} is enabled, with all others or, which is a bug, instead of them. */
    public void enable(int vtl, boolean isMbec, boolean isAlone) {
        if (vtl >= vtls) {
            enabled.add(vtls);
            return;
        }
        if (enabled.has(vtl)) {
            note(Breach.ENABLED_TWICE);
        }
        add(enabled, vtl, isAlone);
        if (isMbec) {
            mbec.add(vtl);
        }
    }

    /** The same on {@code vp}. */
    public void enable(Vp vp, int vtl, boolean isAlone) {
        if (vp.enabled.has(vtl)) {
            note(Breach.ENABLED_ON_VP_TWICE);
        }
        add(vp.enabled, vtl, isAlone);
    }

    private void add(BitsCell set, int vtl, boolean isAlone) {
        long before = set.get();
        set.become(isAlone ? 1L << vtl : before | 1L << vtl);
        if ((before & ~set.get()) != 0) {
            note(Breach.SHRUNK);
        }
    }

    /** Whether VTL0 is missing, on the partition or on {@code vp}. */
    public boolean lacksVtl0(Vp vp) {
        return !enabled.has(VtlNumber.LOWEST) || !vp.enabled.has(VtlNumber.LOWEST);
    }

    /** Whether {@code vp} has a VTL that is not enabled here. */
    public boolean isExceeded(Vp vp) {
        return (vp.enabled.get() & ~enabled.get()) != 0;
    }

    /** Whether a VTL is enabled that is above MaximumVtl, or has MBEC and may not have it. */
    public boolean isBeyondMaximum() {
        return enabled.has(vtls)
                || (mbec.get() & ~(enabled.get() & MBEC_VTL_MASK)) != 0;
    }

    /**
     * The partition is reset while VTL0 of {@code vp}, its first virtual processor, executes: it
     * has VTL0 alone, and what is behind the reset is code of its next life. Of the {@code others}
     * those that run have been reset.
     */
    public void reset(Vp vp, List<Vp> others, boolean keepsVtls) {
        if (memory.resets()) {
            note(Breach.READ_BEHIND_RESET);
        }
        if (!keepsVtls) {
            enabled.become(1L << VtlNumber.LOWEST);
            vp.enabled.become(1L << VtlNumber.LOWEST);
        }
        mbec.clear();
        for (Vp other : others) {
            other.reset().begins();
            if (!started.has(other.number())) {
                other.forgets();
            }
        }
        if (enabled.get() != 1L << VtlNumber.LOWEST || !vp.active.is(VtlNumber.LOWEST)) {
            note(Breach.SHRUNK);
        }
        vp.vtls().forEach(Vtl::resets);
        if (ports != null) {
            ports.resets();
        }
    }

    /** Who intercepts accesses to the I/O port; null in a machine without. */
    public PortIntercepts ports() {
        return ports;
    }

    /** {@code vp} is started in {@code vtl}. */
    public void start(Vp vp, int vtl) {
        if (started.has(vp.number())) {
            note(Breach.STARTED_TWICE);
        }
        vp.active.become(vtl);
        vp.judge().begins(vtl);
        started.add(vp.number());
        startedOnce.add(vp.number());
    }

    /** A start of {@code vp} succeeds, and its own thread will carry it out. */
    public void accept(Vp vp) {
        if (startedOnce.has(vp.number())) {
            note(Breach.STARTED_TWICE);
        }
        started.add(vp.number());
        startedOnce.add(vp.number());
    }

    /** The thread of {@code vp} finds INIT and SIPI, and begins by them if nobody starts it. */
    public void beginBySipi(Vp vp) {
        int vtl = vp.requests().takesSipi();
        if (vtl >= 0 && !started.has(vp.number())) {
            accept(vp);
            begin(vp, vtl);
        }
    }

    /** The thread of {@code vp} carries a start out. */
    public void begin(Vp vp, int vtl) {
        if (vp.requests().begun.isSet()) {
            note(Breach.STARTED_TWICE);
            return;
        }
        vp.active.become(vtl);
        vp.judge().begins(vtl);
        vp.requests().begun.raise();
    }

    /** The first INIT of {@code vp} is carried out late: whatever came before is forgotten. */
    public void initsLate(Vp vp) {
        if (vp.number() > 0) {
            started.remove(vp.number());
            if (vp.requests() != null) {
                vp.requests().forgetsSipi();
            }
        }
    }

    /** Whether {@code vp} was started and does not run. */
    public boolean hasLostStart(Vp vp) {
        boolean wasStarted = startedOnce.has(vp.number());
        return vp.requests() == null ? wasStarted && !started.has(vp.number())
                : vp.requests().isLost() || wasStarted && vp.requests().begun.isClear();
    }

    /** It has happened. */
    public void note(Breach breach) {
        breaches.note(breach);
    }

    /** Whether that has happened. */
    public boolean saw(Breach breach) {
        return breaches.saw(breach);
    }
}
