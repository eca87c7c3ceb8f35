package org.exitrace.kvm.vmgexit;

import java.util.function.ToIntFunction;
import org.exitrace.kvm.design.FirmwareAtRequest;
import org.exitrace.psp.spec.Status;

/**
 * The firmware, as far as KVM's handling of guest requests shows it: a status for each message.
 * What it makes of messages is the matter of the firmware's own machines.
 */
public final class MessageFirmware implements ToIntFunction<SevEsState> {

    private final FirmwareAtRequest how;

    /** Firmware that does that. */
    public MessageFirmware(FirmwareAtRequest how) {
        this.how = how;
    }

    @Override
    public int applyAsInt(SevEsState state) {
        return how == FirmwareAtRequest.REFUSES ? Status.INVALID_PARAM.code() : 0;
    }
}
