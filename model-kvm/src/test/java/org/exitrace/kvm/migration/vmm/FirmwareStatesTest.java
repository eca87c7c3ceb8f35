package org.exitrace.kvm.migration.vmm;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.Move;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states of a guest that migrates are those that the firmware's model declares. */
class FirmwareStatesTest {

    private static final FirmwareBounds BOUNDS = new FirmwareBounds(1, 1, 1, 2, 1, 1);


    @ParameterizedTest
    @CsvSource({"SEND_START,RUNNING,SUPDATE", "SEND_UPDATE_DATA,SUPDATE,SUPDATE",
        "SEND_FINISH,SUPDATE,SENT", "SEND_CANCEL,SUPDATE,RUNNING",
        "RECEIVE_START,UNINIT,RUPDATE", "RECEIVE_UPDATE_DATA,RUPDATE,RUPDATE",
        "RECEIVE_FINISH,RUPDATE,RUNNING"})
    void eachCommandMovesTheGuestAsTheFirmwareDoes(
            CommandId command, GuestState from, GuestState to) {
        assertThat(new Commands(BOUNDS).all())
                .filteredOn(handler -> handler.command() == command).singleElement()
                .satisfies(handler -> assertThat(handler.moves())
                        .contains(new Move("guest", from, to)));
    }
}
