package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.SharedWords;

/** The guest as every host design shows it: its virtual processors and their VTLs. */
public final class Guest {

    /** Words by which scripts wait for each other. */
    public final SharedWords words;
    /** Its pages. */
    public final Memory memory;

    private final List<Vp> vps = new ArrayList<>();

    /** Declares the guest's regions in {@code model}. */
    public Guest(ModelBuilder model, VtlBounds bounds) {
        words = new SharedWords(model.region("words"));
        memory = new Memory(model, bounds);
        for (int vp = 0; vp < bounds.vps(); vp++) {
            vps.add(new Vp(model, vp, bounds, memory));
        }
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
