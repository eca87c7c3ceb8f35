package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.BusySlot;

/** The SynIC of one VTL of one virtual processor, with one synthetic timer in message mode. */
public final class Synic extends Region {

    /** The SINT to which the timer sends; none while it is not armed. */
    public final IndexCell timer;
    /** The SINT to which a timer has sent and that has not been served. */
    public final IndexCell expired;
    /** Its own timer has expired, and nothing was written yet. */
    private final FlagCell owed = ghost().flag("timer_owed");
    /** The timer of another VTL was told of here. */
    public final FlagCell strayed = ghost().flag("timer_strayed");

    private final List<MessageSlot> slots = new ArrayList<>();
    private final BusySlot busy;

    private final boolean hasAutoEoi;

    private Synic(CellScope scope, ModelBuilder model, VtlBounds bounds, boolean hasAutoEoi) {
        super(scope);
        this.hasAutoEoi = hasAutoEoi;
        Design design = model.design();
        busy = design.get(BusySlot.SWITCH);
        timer = cells().index("timer", bounds.parts().sints());
        expired = cells().index("expired", bounds.parts().sints());
        for (int sint = 0; sint < bounds.parts().sints(); sint++) {
            slots.add(new MessageSlot(scope.in("sint[" + sint + "]"), bounds, hasAutoEoi));
        }
    }

    static Synic of(ModelBuilder model, String vtl, VtlBounds bounds, Set<Feature> features) {
        return new Synic(model.region(vtl + ".synic"), model, bounds,
                features.contains(Feature.AUTO_EOI));
    }

    /** Its VTL, whose local APIC is {@code apic}, unmasks {@code sint}. */
    public void unmask(int sint, int vector, boolean endsAtOnce, Lapic apic) {
        slots.get(sint).unmask(vector, endsAtOnce);
        if (hasAutoEoi) {
            long ended = 0;
            for (MessageSlot slot : slots) {
                ended |= slot.endedAtOnce();
            }
            apic.endsAtOnce(ended);
        }
    }

    /** All SINTs. */
    public List<MessageSlot> slots() {
        return slots;
    }

    /** Its timer expires, and {@code told} is the SynIC that is told of it. */
    public void expires(Synic told) {
        owed.raise();
        told.expired.become(timer.get());
        timer.clear();
    }

    /** The host posts {@code message} to {@code sint}; whether it can be read now. */
    public boolean post(int sint, SynicMessage message, Lapic apic) {
        boolean readable = write(sint, message);
        if (readable) {
            signal(sint, apic);
        }
        return readable;
    }

    /** The host requests the vector of {@code sint} from {@code apic}. */
    public void signal(int sint, Lapic apic) {
        slots.get(sint).signal(apic);
    }

    /** The host writes {@code message} to the slot of {@code sint}; whether it can be read now. */
    public boolean write(int sint, SynicMessage message) {
        if (message == SynicMessage.TIMER_EXPIRED && !owed.testAndClear()) {
            strayed.raise();
        }
        MessageSlot slot = slots.get(sint);
        boolean free = slot.isEmpty();
        if (free || busy == BusySlot.OVERWRITES) {
            slot.write(message);
        } else if (busy != BusySlot.DROPS) {
            slot.keep(message, busy == BusySlot.QUEUES);
        }
        return free || busy == BusySlot.OVERWRITES;
    }

    /** The guest has written EOM: what waited is written; what that was. */
    public SynicMessage endOfMessage(int sint, Lapic apic) {
        MessageSlot slot = slots.get(sint);
        SynicMessage waited = slot.queued.get();
        if (waited != SynicMessage.NOTHING && slot.isEmpty()) {
            slot.queued.clear();
            slot.pending.clear();
            slot.write(waited);
            slot.signal(apic);
            return waited;
        }
        return SynicMessage.NOTHING;
    }
}
