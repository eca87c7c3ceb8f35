package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.KeyStore;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.firmware.Platform;
import org.exitrace.psp.spec.ActivationState;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.Status;

/** SHUTDOWN, which drops every SEV guest, and PLATFORM_RESET, which forgets the keys in flash. */
final class Shutdown {

    private static final String SOURCE = "SEV firmware, a.2";

    private Shutdown() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(shutdown(bounds), reset());
    }

    /**
     * What state remains where the cleanup fails is not published; here it is as it was.
     * WBINVD_DONE stays as it is: it is told of DEACTIVATE, SNP_DECOMMISSION, INIT and SNP_INIT
     * alone that they clear it.
     */
    private static Handler shutdown(FirmwareBounds bounds) {
        return Handler.of(CommandId.SHUTDOWN, SOURCE)
                .next("cleans up")
                .with(PlatformRefusals.setting("cleanup", Status.HARDWARE_UNSAFE,
                        HostSetting.CLEANUP_FAILS, "the cleanup fails"))
                .code(List.of(), code -> code.when(fw -> fw.platform.guestCount.get() != 0,
                        guests -> Cores.invalidate(guests, bounds)))
                .then()
                .does(Shutdown::drop)
                .moves(new Move("platform", SevState.UNINIT, SevState.UNINIT))
                .moves(new Move("platform", SevState.INIT, SevState.UNINIT))
                .moves(new Move("platform", SevState.WORKING, SevState.UNINIT))
                .moves(new Move("asid", AsidUse.IN_USE, AsidUse.DIRTY))
                .moves(new Move("asid", AsidUse.ALLOCATED, AsidUse.CLEAN))
                .moves(new Move("activation", ActivationState.PENDING, ActivationState.INACTIVE))
                .moves(new Move("activation", ActivationState.ACTIVE, ActivationState.INACTIVE))
                .with(GuestCommands::ends);
    }

    private static void drop(Firmware fw) {
        for (LegacyGuest guest : fw.guests) {
            if (guest.asid.get() != 0) {
                fw.asid(guest.asid.get()).turn(AsidUse.IN_USE, AsidUse.DIRTY);
                fw.asid(guest.asid.get()).turn(AsidUse.ALLOCATED, AsidUse.CLEAN);
            }
            if (!guest.state.is(GuestState.UNINIT)) {
                guest.wipe();
            }
        }
        Platform platform = fw.platform;
        platform.guestCount.clear();
        platform.sev.become(SevState.UNINIT);
        platform.es.clear();
        platform.tmr.clear();
        platform.identity.clear();
        platform.keysInMemory.clear();
    }

    private static Handler reset() {
        return Handler.of(CommandId.PLATFORM_RESET, SOURCE)
                .with(PlatformRefusals::sevUninit)
                .does(fw -> fw.flash.lose(KeyStore.Content.EMPTY))
                .moves(new Move("platform", SevState.UNINIT, SevState.UNINIT));
    }
}
