package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.LaunchDigest;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.SevState;
import org.junit.jupiter.api.Test;

/** Each promise of guests and ASIDs notices a firmware that forgets what it is about. */
class BrokenFirmwareTest {

    private static final Consumer<CommandCells> NOTHING = given -> { };
    private static final Consumer<CommandCells> FIRST = given -> given.handle.become(1);

    @Test
    void keepsAllPromisesAsItIs() {
        assertThat(broken(running())).isEmpty();
    }

    @Test
    void noticesAnAsidThatIsGivenToTwo() {
        assertThat(broken(pending().handle(CommandId.LAUNCH_START, NOTHING)
                .handle(Handler.of(CommandId.ACTIVATE, "asks nobody").does(fw ->
                        fw.guests.get(1).asid.become(1)), NOTHING))).containsExactly("asid-owner");
    }

    @Test
    void noticesAnAsidThatIsUsedWhereItIsAllocated() {
        assertThat(broken(pending().handle(Handler.of(CommandId.ACTIVATE_EX, "runs at once")
                .does(fw -> fw.asid(1).in.get(0).become(AsidUse.IN_USE)), NOTHING)))
                .containsExactly("asid-use", "asid-runs");
    }

    @Test
    void noticesADeactivateThatLeavesTheAsidValid() {
        assertThat(broken(running().handle(Handler.of(CommandId.DEACTIVATE, "forgets hardware")
                .does(fw -> {
                    fw.asid(1).turn(AsidUse.IN_USE, AsidUse.DIRTY);
                    fw.guests.get(0).asid.clear();
                }), FIRST))).containsExactly("asid-valid");
    }

    @Test
    void noticesAnActivateThatDoesNotAskForTheState() {
        assertThat(broken(launched().handle(Handler.of(CommandId.ACTIVATE, "does not ask")
                .does(fw -> {
                    fw.guests.get(0).asid.become(1);
                    fw.asid(1).turn(AsidUse.CLEAN, AsidUse.IN_USE);
                }), FIRST))).containsExactly("asid-runs");
    }

    @Test
    void noticesADecommissionThatLeavesThePlatformWorking() {
        assertThat(broken(launched().handle(Handler.of(CommandId.DECOMMISSION, "forgets")
                .does(fw -> {
                    fw.guests.get(0).wipe();
                    fw.platform.guestCount.clear();
                }), FIRST))).containsExactly("platform-works-for-guests");
        assertThat(broken(launched().handle(Handler.of(CommandId.DECOMMISSION, "miscounts")
                .does(fw -> {
                    fw.platform.guestCount.clear();
                    fw.platform.sev.become(SevState.INIT);
                }), FIRST))).containsExactly("guest-count");
    }

    @Test
    void noticesAnUpdateBehindMeasure() {
        assertThat(broken(running().handle(Handler.of(CommandId.LAUNCH_UPDATE_VMSA, "does not ask")
                .does(fw -> fw.guests.get(0).digest.become(
                        LaunchDigest.update(fw.guests.get(0).digest.get(), 3))), FIRST)))
                .containsExactly("digest-changes");
    }

    @Test
    void noticesAMeasureThatMayBeUndone() {
        assertThat(broken(running().handle(Handler.of(CommandId.SEND_CANCEL, "goes too far back")
                .does(fw -> fw.guests.get(0).state.become(GuestState.LUPDATE)), FIRST)))
                .containsExactly("asid-runs");
    }

    private static FirmwareAlone launched() {
        return new FirmwareAlone(new FirmwareBounds(2, 1, 2, 2, 1, 0))
                .handle(CommandId.INIT, NOTHING).wbinvd().handle(CommandId.DF_FLUSH, NOTHING)
                .handle(CommandId.LAUNCH_START, NOTHING);
    }

    private static FirmwareAlone pending() {
        return launched().handle(CommandId.ACTIVATE, FIRST.andThen(given -> given.asid.become(1)));
    }

    private static FirmwareAlone running() {
        return pending().handle(CommandId.LAUNCH_MEASURE, FIRST)
                .handle(CommandId.LAUNCH_FINISH, FIRST);
    }

    private static List<String> broken(FirmwareAlone firmware) {
        return firmware.broken();
    }
}
