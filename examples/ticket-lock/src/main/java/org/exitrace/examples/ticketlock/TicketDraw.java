package org.exitrace.examples.ticketlock;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** How a thread draws its ticket. */
public enum TicketDraw implements SwitchValue {
    /** With one instruction. */
    ATOMIC(new Text("atomic", "fetch-and-add draws the ticket", "Reed and Kanodia 1979")),
    /** With a load and a store, between which another thread may load the same number. */
    SPLIT(new Text("split", "a load and then a store", "a mistake, to be found"));

    /** The question that designs answer. */
    public static final Switch<TicketDraw> SWITCH = new Switch<>(
            "ticket-draw", "How is a ticket drawn?", TicketDraw.class, ATOMIC);

    private final Text text;

    TicketDraw(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
