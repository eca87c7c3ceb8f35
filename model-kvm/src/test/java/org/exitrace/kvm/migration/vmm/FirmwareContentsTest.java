package org.exitrace.kvm.migration.vmm;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.migration.Migration;
import org.exitrace.kvm.migration.spec.GuestKind;
import org.exitrace.kvm.migration.spec.PageType;
import org.exitrace.kvm.migration.world.Stored;
import org.exitrace.kvm.migration.world.World;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.PlatformStart;
import org.exitrace.psp.host.WholeCommands;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a page holds behind SEND_UPDATE_DATA and RECEIVE_UPDATE_DATA is what the firmware's own
 * model makes of it: a guest is sent from one handle to another, whose keys differ as those of two
 * platforms do.
 */
class FirmwareContentsTest {

    private static final FirmwareBounds BOUNDS = new FirmwareBounds(1, 1, 2, 3, 1, 3);
    private static final int GUEST_PAGE = 0;
    private static final int PACKET = 1;
    private static final int ARRIVED = 2;
    private static final int SOURCE = 1;
    private static final int DESTINATION = 2;
    private static final int VERSION = 3;

    private Firmware firmware;
    private WholeCommands psp;
    private World world;

    @BeforeEach
    void launchOneGuestAndReceiveAnother() {
        ModelBuilder guest = new ModelBuilder("guest", Migration.usualDesign());
        world = new World(guest, GuestKind.SEV, 1);
        close(guest);
        ModelBuilder platform = new ModelBuilder("platform", Migration.usualDesign());
        firmware = new Firmware(platform, BOUNDS);
        PlatformStart.INITIALIZED.begin(firmware);
        psp = new WholeCommands(platform, firmware);
        close(platform);
        give(CommandId.LAUNCH_START, 0);
        activate(SOURCE);
        give(CommandId.LAUNCH_MEASURE, SOURCE);
        give(CommandId.LAUNCH_FINISH, SOURCE);
        give(CommandId.SEND_START, SOURCE);
        give(CommandId.RECEIVE_START, 0);
        activate(DESTINATION);
    }

    /** A model needs a step; nobody takes this one. */
    private static void close(ModelBuilder model) {
        model.on(model.actor("nobody"), model).step("nothing").when(any -> true).then(any -> { });
        model.build();
    }

    private void give(CommandId command, int handle) {
        assertThat(psp.give(command, buffer -> buffer.handle.become(handle)).status())
                .as(command.name()).isEqualTo(Status.SUCCESS);
    }

    private void activate(int handle) {
        assertThat(psp.give(CommandId.ACTIVATE, buffer -> {
            buffer.handle.become(handle);
            buffer.asid.become(handle);
        }).status()).isEqualTo(Status.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource(value = Stored.class, names = {"PLAIN", "SOURCE_KEY", "DESTINATION_KEY"})
    void eachPageArrivesAsTheFirmwareSends(Stored before) {
        Page page = firmware.pages.get(GUEST_PAGE);
        page.write(VERSION);
        page.cipher.become(switch (before) {
            case SOURCE_KEY -> key(SOURCE);
            case DESTINATION_KEY -> key(DESTINATION);
            default -> 0;
        });
        world.source.get(0).hold(before, VERSION);

        move(CommandId.SEND_UPDATE_DATA, SOURCE, GUEST_PAGE);
        move(CommandId.RECEIVE_UPDATE_DATA, DESTINATION, ARRIVED);
        world.send(0, PageType.PRIVATE);

        Page arrived = firmware.pages.get(ARRIVED);
        boolean readable = !arrived.content.is(Page.UNREADABLE);
        assertThat(arrived.cipher.get()).isEqualTo(key(DESTINATION)).isNotEqualTo(key(SOURCE));
        assertThat(world.destination.get(0).stored.get())
                .isEqualTo(readable ? Stored.DESTINATION_KEY : Stored.NOISE);
        assertThat(world.destination.get(0).version.get())
                .isEqualTo(readable ? arrived.content.get() : 0);
        assertThat(firmware.guests.get(SOURCE - 1).state.get()).isEqualTo(GuestState.SUPDATE);
    }

    private void move(CommandId command, int handle, int page) {
        assertThat(psp.give(command, buffer -> {
            buffer.handle.become(handle);
            buffer.page.become(page);
            buffer.buffer.become(PACKET);
        }).status()).as(command.name()).isEqualTo(Status.SUCCESS);
    }

    private int key(int handle) {
        return firmware.guests.get(handle - 1).key.get();
    }
}
