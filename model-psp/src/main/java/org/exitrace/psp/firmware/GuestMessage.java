package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.MessageType;
import org.exitrace.psp.spec.Status;

/**
 * A message between a guest and the firmware, as it lies in a page: encrypted and authenticated
 * with AES-GCM. Whoever has not the key can copy it and spoil it, and nothing else.
 */
public final class GuestMessage extends Region {

    /** What lies in the page. */
    public enum Kind {
        /** No message. */
        NONE,
        /** The guest asks. */
        REQUEST,
        /** The firmware answers. */
        RESPONSE
    }

    /** Whether there is one. */
    public final EnumCell<Kind> kind = cells().choice("kind", Kind.class);
    /** Whose keys it is encrypted under. */
    public final CountCell keys = cells().count("keys", Entropy.MOST);
    /** Which of them. */
    public final CountCell vmpck = cells().count("vmpck", SnpGuest.VMPCKS - 1);
    /** The sequence number, which is the initialisation vector too. */
    public final CountCell sequence = cells().count("sequence", SnpGuest.LAST_COUNTER + 1);
    /** What is asked for. */
    public final EnumCell<MessageType> type = cells().choice("type", MessageType.class);
    /** The VMPL that a KEY or REPORT request names. */
    public final CountCell vmpl = cells().count("vmpl", SnpGuest.VMPCKS - 1);
    /** The context's page that EXPORT, IMPORT and ABSORB name; one more, 0 for none. */
    public final CountCell target;
    /** ABSORB_NOMA: the counter of each VMPCK that the absorbed context brings. */
    public final CountCell absorbed = cells().count("absorbed", SnpGuest.LAST_COUNTER - 2);
    /** In an answer, encrypted: what became of the request. */
    public final EnumCell<Status> inner = cells().choice("inner", Status.class);
    /** Somebody without the key has changed it. */
    public final FlagCell spoiled = cells().flag("spoiled");

    /** Declares it in {@code scope}. */
    public GuestMessage(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        target = cells().count("target", bounds.pages());
    }

    /** Copies all from {@code other}. */
    public void take(GuestMessage other) {
        kind.become(other.kind.get());
        keys.become(other.keys.get());
        vmpck.become(other.vmpck.get());
        sequence.become(other.sequence.get());
        type.become(other.type.get());
        vmpl.become(other.vmpl.get());
        target.become(other.target.get());
        absorbed.become(other.absorbed.get());
        inner.become(other.inner.get());
        spoiled.become(other.spoiled.isSet());
    }

    /** There is none. */
    public void clear() {
        kind.clear();
        keys.clear();
        vmpck.clear();
        sequence.clear();
        type.clear();
        vmpl.clear();
        target.clear();
        absorbed.clear();
        inner.clear();
        spoiled.clear();
    }
}
