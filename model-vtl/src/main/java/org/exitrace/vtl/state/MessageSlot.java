package org.exitrace.vtl.state;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** A SINT, its slot in the SIM page, and the message that waits for it (docs/vtl.md a.8). */
public final class MessageSlot extends Region {

    /** The vector that it requests, from 1; 0 while it is masked. */
    public final CountCell vector;
    /** The message in the slot. */
    public final EnumCell<SynicMessage> message = cells().choice("message", SynicMessage.class);
    /** MessagePending. */
    public final FlagCell pending = cells().flag("message_pending");
    /** The message that waits until the slot is empty. */
    public final EnumCell<SynicMessage> queued = cells().choice("queued", SynicMessage.class);
    /** The host has written a slot that was not empty, or kept a message in silence. */
    public final FlagCell broken = ghost().flag("broken");

    private final EventFlags flags;
    private final FlagCell autoEoi;

    MessageSlot(CellScope scope, VtlBounds bounds, boolean hasAutoEoi) {
        super(scope);
        vector = cells().count("vector", 0, bounds.vectors());
        flags = bounds.parts().flags() > 0
                ? new EventFlags(scope.in("events"), bounds.parts().flags()) : null;
        autoEoi = hasAutoEoi ? cells().flag("auto_eoi") : null;
    }

    /** Its event flags; null in a machine without. */
    public EventFlags flags() {
        return flags;
    }

    /** The guest unmasks it. */
    void unmask(int requested, boolean endsAtOnce) {
        vector.become(requested + 1);
        if (autoEoi != null) {
            autoEoi.become(endsAtOnce);
        }
    }

    /** The vector that it wants to be ended as it is delivered: a bit, or none. */
    long endedAtOnce() {
        return vector.get() > 0 && autoEoi.isSet() ? 1L << vector.get() - 1 : 0;
    }

    /** Whether a flag is set and nobody will look: its interrupt is neither due nor handled. */
    public boolean isFlagForgotten(Lapic apic) {
        return flags.isAnySet() && vector.get() > 0 && !apic.irr.has(vector.get() - 1)
                && !apic.isDelivered(vector.get() - 1);
    }

    /** Whether a message waits though its slot is empty and unmasked, and nobody is told. */
    public boolean isStuck() {
        return isEmpty() && !queued.is(SynicMessage.NOTHING) && vector.get() > 0
                && pending.isClear();
    }

    /** Whether a message may be written. */
    public boolean isEmpty() {
        return message.is(SynicMessage.NOTHING);
    }

    /** The host writes {@code what}. */
    void write(SynicMessage what) {
        if (!isEmpty()) {
            broken.raise();
        }
        message.become(what);
    }

    /** The host requests the SINT's vector from {@code apic}. */
    void signal(Lapic apic) {
        if (vector.get() > 0) {
            apic.request(vector.get() - 1);
        }
    }

    /** The host keeps {@code what}; whether the guest is told so. */
    void keep(SynicMessage what, boolean tells) {
        queued.become(what);
        if (tells) {
            pending.raise();
        } else {
            broken.raise();
        }
    }

    /** The SINT is masked, its slot empty, and nothing waits. */
    void resets() {
        vector.clear();
        message.clear();
        pending.clear();
        queued.clear();
        if (flags != null) {
            flags.resets();
        }
        if (autoEoi != null) {
            autoEoi.clear();
        }
    }

    /** The guest empties the slot. */
    public void clear() {
        message.clear();
    }
}
