package org.exitrace.kvm.stations;

/** Where something is done, and so who has to wait. */
enum Place {
    /** Room for everybody. */
    OWN,
    /** As many as the machine has cores. */
    CORE,
    /** The firmware's mailbox: one. */
    MAILBOX,
    /** What processors that come up do in turn: one. */
    TURN
}
