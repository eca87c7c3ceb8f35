package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.vtl.design.HypervisorBug;

/** The guest as every host design shows it: its virtual processors and their VTLs. */
public final class Guest {

    /** Words by which scripts wait for each other. */
    public final SharedWords words;
    /** Its pages. */
    public final Memory memory;

    private final List<Vp> vps = new ArrayList<>();
    private final Optional<Partition> partition;
    private final VtlStart start;
    private final boolean initsLate;
    private final boolean startsLater;

    /** Declares the guest's regions in {@code model}, which begins like {@code start}. */
    public Guest(ModelBuilder model, VtlBounds bounds, VtlStart start) {
        this.start = start;
        initsLate = model.design().get(HypervisorBug.SWITCH) == HypervisorBug.DEFERRED_INIT;
        words = new SharedWords(model.region("words"));
        memory = new Memory(model, bounds, start);
        for (int vp = 0; vp < bounds.vps(); vp++) {
            vps.add(new Vp(model, vp, bounds, start, memory));
        }
        startsLater = start.vps() < bounds.vps();
        partition = start.isChanged()
                ? Optional.of(new Partition(model.region("partition"), bounds, start, memory))
                : Optional.empty();
    }

    /** What its virtual processors share; a machine has it whose scripts ask for it. */
    public Partition partition() {
        return partition.orElseThrow();
    }

    /** Whether the machine has what its virtual processors share. */
    public boolean hasPartition() {
        return partition.isPresent();
    }

    /** Whether some virtual processor may be without a VTL of the machine. */
    public boolean mayLackVtls() {
        return start.vtls() < vps.get(0).vtls().size()
                || start.features().contains(Feature.RESETS);
    }

    /** The partition has broken {@code breach}; a machine without it has nobody who tells. */
    public void note(Breach breach) {
        partition.ifPresent(known -> known.note(breach));
    }

    /** The VTLs that are enabled on the partition. */
    public long enabledVtls() {
        return partition.map(known -> known.enabled.get()).orElse(start.enabled());
    }

    /** The VTLs of the partition that have mode-based execution control. */
    public long mbecVtls() {
        return partition.map(known -> known.mbec.get()).orElse(0L);
    }

    /** The virtual processors that have been started. */
    public long startedVps() {
        return partition.map(known -> known.started.get()).orElse(start.started());
    }

    /** VsmPartitionConfig of {@code vtl}; VTL0 has none, and reads 0. */
    public long config(int vtl) {
        return memory.configWord(vtl);
    }

    /** Whether some virtual processor does not run from the start. */
    public boolean startsLater() {
        return startsLater;
    }

    /** Whether the first INIT of a processor is carried out when its thread begins. */
    public boolean initsLate() {
        return initsLate;
    }

    /** All virtual processors. */
    public List<Vp> vps() {
        return vps;
    }

    /** VTL {@code vtl} of virtual processor {@code vp}. */
    public Vtl vtl(int vp, int vtl) {
        return vps.get(vp).vtl(vtl);
    }
}
