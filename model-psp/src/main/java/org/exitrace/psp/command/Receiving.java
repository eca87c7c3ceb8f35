package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.exitrace.psp.spec.Status;

/**
 * How a guest is received from another platform. A packet that is not a page of the model is one
 * of {@link #ELSEWHERE}.
 */
final class Receiving {

    private static final String SOURCE = "SEV firmware, b.2";
    /** The content of a packet that lies in memory that is not modelled. */
    private static final int ELSEWHERE = 1;

    private Receiving() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(update(CommandId.RECEIVE_UPDATE_DATA),
                update(CommandId.RECEIVE_UPDATE_VMSA), finish(bounds));
    }

    private static Handler update(CommandId id) {
        boolean vmsa = id == CommandId.RECEIVE_UPDATE_VMSA;
        Handler handler = Handler.of(id, SOURCE)
                .takes(Argument.PAGE, Argument.BUFFER)
                .with(CommonRefusals::guestCommand)
                .with(Receiving::state);
        if (vmsa) {
            handler.with(CommonRefusals::withoutEncryptedState);
        }
        handler.with(CommonRefusals::withoutAsid)
                .with(PacketRefusals::guestLength)
                .refuseFlaw("packet-length", Status.INVALID_LENGTH, "trans_len is wrong")
                .refuseFlaw("header-length", Status.INVALID_LENGTH, "hdr_size is wrong")
                .with(PacketRefusals::address)
                .with(CommonRefusals::page)
                .refuseFlaw("compressed", Status.UNSUPPORTED, "the packet is compressed")
                .refuseFlaw("mac", Status.BAD_MEASUREMENT, "the packet's MAC is wrong");
        if (vmsa) {
            handler.with(CommonRefusals::checksumPool);
        }
        return handler.next("read the packet", fw -> !fw.command.buffer.isNone())
                .does(Receiving::read)
                .next("write the guest's page encrypted")
                .does(fw -> {
                    fw.transfer.write(fw, fw.pages.get(fw.command.page.get()));
                    if (vmsa) {
                        fw.guest().vmsas.increment();
                    }
                })
                .moves(new Move("guest", GuestState.RUPDATE, GuestState.RUPDATE));
    }

    private static void read(Firmware fw) {
        if (fw.command.buffer.isNone()) {
            fw.transfer.content.become(ELSEWHERE);
        } else {
            Page packet = fw.pages.get(fw.command.buffer.get());
            fw.transfer.read(packet);
            fw.transfer.decrypt(packet.cipher.get());
        }
        fw.transfer.encrypt(fw.guest().key.get());
    }

    private static void state(Handler handler) {
        CommonRefusals.state(handler, "the guest is not in RUPDATE", GuestState.RUPDATE);
    }

    private static Handler finish(FirmwareBounds bounds) {
        return Handler.of(CommandId.RECEIVE_FINISH, SOURCE)
                .with(CommonRefusals::guestCommand)
                .with(Receiving::state)
                .with(handler -> LaunchEnd.run(handler, bounds))
                .moves(new Move("guest", GuestState.RUPDATE, GuestState.RUNNING));
    }
}
