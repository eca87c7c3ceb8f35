package org.exitrace.psp.command;

import org.exitrace.psp.spec.Status;

/** What commands with a transport packet refuse alike. */
final class PacketRefusals {

    private PacketRefusals() {
    }

    /** The length of the guest's memory is wrong. */
    static void guestLength(Handler handler) {
        handler.refuseFlaw("length-zero", Status.INVALID_LENGTH, "guest_len is 0")
                .refuseFlaw("length-long", Status.INVALID_LENGTH, "guest_len is more than 0x5000")
                .refuseFlaw("length", Status.INVALID_LENGTH, "guest_len is no multiple of 16");
    }

    /** The address of the guest's memory is wrong. */
    static void address(Handler handler) {
        handler.refuseFlaw(
                "address", Status.INVALID_ADDRESS, "guest_paddr is no multiple of 16");
    }
}
