package org.exitrace.ghcb.exchange;

import java.util.function.Function;
import org.exitrace.ghcb.vc.GuestVc;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.ghcb.vmsa.VmsaCare;

/**
 * Where a machine keeps what its virtual CPUs have beside GHCB page and MSR. Operations are listed
 * without a machine too; then nothing is looked up.
 *
 * @param vc what a virtual CPU has for its #VC handler
 * @param vmsas how the guest goes about its VMSAs
 */
public record ExchangeRooms(Function<GhcbGuest, GuestVc> vc, VmsaCare vmsas) {

    /** Of no machine. */
    public static final ExchangeRooms NONE = new ExchangeRooms(guest -> {
        throw new IllegalStateException("there is no machine to look into");
    }, VmsaCare.USUAL);
}
