package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.design.BusySlot;
import org.exitrace.vtl.design.HypervisorBug;

/** The SynIC of one VTL of one virtual processor, with its synthetic timers. */
public final class Synic extends Region {

    /** The timer of another VTL was told of here. */
    public final FlagCell strayed = ghost().flag("timer_strayed");

    private final List<Stimer> timers = new ArrayList<>();
    private final List<MessageSlot> slots = new ArrayList<>();
    private final BusySlot busy;
    private final Set<Feature> features;

    private Synic(CellScope scope, ModelBuilder model, VtlBounds bounds, Set<Feature> features,
            Lapic apic) {
        super(scope);
        this.features = features;
        Design design = model.design();
        busy = design.get(BusySlot.SWITCH);
        for (int timer = 0; timer < bounds.parts().synic().timers(); timer++) {
            timers.add(new Stimer(timer == 0 ? scope : scope.in("timer[" + timer + "]"), this,
                    apic, bounds.parts().sints(), hasDirectTimers() ? bounds.vectors() : 0,
                    ticks(scope, timer, design)));
        }
        for (int sint = 0; sint < bounds.parts().sints(); sint++) {
            slots.add(new MessageSlot(scope.in("sint[" + sint + "]"), bounds,
                    features.contains(Feature.AUTO_EOI)));
        }
    }

    private Ticks ticks(CellScope scope, int timer, Design design) {
        return !features.contains(Feature.PERIODIC_TIMERS) ? null
                : new Ticks(scope.in("ticks[" + timer + "]"),
                design.get(HypervisorBug.SWITCH) == HypervisorBug.ALL_TIMERS_LAZY);
    }

    static Synic of(ModelBuilder model, String vtl, VtlBounds bounds, Set<Feature> features,
            Lapic apic) {
        return new Synic(model.region(vtl + ".synic"), model, bounds, features, apic);
    }

    /** Its synthetic timers. */
    public List<Stimer> timers() {
        return timers;
    }

    /** Whether timers can be armed in direct mode. */
    public boolean hasDirectTimers() {
        return features.contains(Feature.DIRECT_TIMERS);
    }

    /** Whether a timer was told of here, and nobody has served it. */
    public boolean isTimerExpired() {
        for (Stimer timer : timers) {
            if (timer.isExpired()) {
                return true;
            }
        }
        return false;
    }

    /** Its VTL, whose local APIC is {@code apic}, unmasks {@code sint}. */
    public void unmask(int sint, int vector, boolean endsAtOnce, Lapic apic) {
        slots.get(sint).unmask(vector, endsAtOnce);
        if (features.contains(Feature.AUTO_EOI)) {
            long ended = 0;
            for (MessageSlot slot : slots) {
                ended |= slot.endedAtOnce();
            }
            apic.endsAtOnce(ended);
        }
    }

    /** All is as it was at first: docs/vtl.md a.8. */
    void resets() {
        slots.forEach(MessageSlot::resets);
        timers.forEach(Stimer::resets);
    }

    /** All SINTs. */
    public List<MessageSlot> slots() {
        return slots;
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
