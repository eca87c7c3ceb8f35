package org.exitrace.kvm.migration.vmm;

import java.util.List;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.migration.world.Vcpu;
import org.exitrace.kvm.migration.world.World;
import org.exitrace.psp.spec.GuestState;

/** The thread of user space that migrates the guest, and what it keeps. */
public final class Vmm extends Region {

    /** Done. */
    public static final String OK = "OK";
    /** The guest runs at its destination. */
    public static final String MIGRATED = "MIGRATED";
    /** The guest has not said that it can be migrated. */
    public static final String NOT_READY = "NOT_READY";
    /** -EINVAL. */
    public static final String EINVAL = "EINVAL";
    /** -ENOTTY. */
    public static final String ENOTTY = "ENOTTY";

    /** What its last operation gave. */
    public final ResultCell result =
            new ResultCell(cells(), "result", List.of(OK, MIGRATED, NOT_READY, EINVAL, ENOTTY));
    /** Pages that are to be sent. */
    public final BitsCell pending;
    /** Its copy of which pages are shared. */
    public final BitsCell shared;
    /** The round, from 0. */
    public final CountCell round = cells().count("round", 7);
    /** The page that the handler in the guest is asked for. */
    public final IndexCell asked;
    /** What the source's firmware thinks of the guest. */
    public final EnumCell<GuestState> sending = cells().choice("sending", GuestState.class)
            .initially(GuestState.RUNNING);
    /** What the destination's firmware thinks of the guest. */
    public final EnumCell<GuestState> receiving = cells().choice("receiving", GuestState.class);
    /** The guest and the hosts' memories. */
    public final World world;
    /** The guest's vCPUs. */
    public final List<Vcpu> vcpus;
    /** Words by which scripted actors wait for each other. */
    public final SharedWords words;

    /** Declares the thread's cells in {@code scope}. */
    public Vmm(CellScope scope, World world, List<Vcpu> vcpus, SharedWords words) {
        super(scope);
        this.world = world;
        this.vcpus = List.copyOf(vcpus);
        this.words = words;
        pending = cells().bits("pending", world.pages.size());
        shared = cells().bits("shared", world.pages.size());
        asked = cells().index("asked", world.pages.size());
    }
}
