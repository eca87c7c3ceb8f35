package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.PageType;
import org.exitrace.psp.spec.SnpPolicy;
import org.exitrace.psp.spec.SwapType;

/** Those arguments of a command that only SNP has. */
public final class SnpArguments extends Region {

    /** The context's page. */
    public final CountCell gctx;
    /** One more than the page with the metadata entry; 0 for the entry in the context. */
    public final CountCell mdata;
    /** One more than the page of the migration agent's context; 0 for none. */
    public final CountCell agent;
    /** A large page is meant. */
    public final FlagCell large = cells().flag("large");
    /** What the page is, in a launch. */
    public final EnumCell<PageType> type = cells().choice("type", PageType.class);
    /** What the page is, when it is swapped. */
    public final EnumCell<SwapType> swap = cells().choice("swap", SwapType.class);
    /** An initial migration image is launched; the page is part of it. */
    public final FlagCell imi = cells().flag("imi");
    /** What VMPL1 to VMPL3 shall be able to do. */
    public final BitsCell permissions = cells().bits("permissions", 12);
    /** Policy of a new guest. */
    public final BitsCell policy =
            cells().bits("policy", SnpPolicy.values().length).named(SnpPolicy.names());

    /** Declares the cells in {@code scope}. */
    public SnpArguments(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        gctx = cells().count("gctx", Math.max(1, bounds.pages()));
        mdata = cells().count("mdata", bounds.pages());
        agent = cells().count("agent", bounds.pages());
    }

    /** Copies all from {@code other}. */
    public void take(SnpArguments other) {
        gctx.become(other.gctx.get());
        mdata.become(other.mdata.get());
        agent.become(other.agent.get());
        large.become(other.large.isSet());
        type.become(other.type.get());
        swap.become(other.swap.get());
        imi.become(other.imi.isSet());
        permissions.become(other.permissions.get());
        policy.become(other.policy.get());
    }

    /** Forgets all. */
    public void clear() {
        gctx.clear();
        mdata.clear();
        agent.clear();
        large.clear();
        type.clear();
        swap.clear();
        imi.clear();
        permissions.clear();
        policy.clear();
    }
}
