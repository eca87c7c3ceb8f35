package org.exitrace.kvm.vmgexit;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CountCell;
import org.exitrace.ghcb.message.Messages;
import org.exitrace.kvm.design.FirmwareAtRequest;
import org.exitrace.psp.spec.Status;

/**
 * The firmware, as far as KVM's handling of guest requests shows it: a status for each message.
 * Where the guest's messages are modelled it looks at their number, which must be the one behind
 * that of its last answer. All else is the matter of the firmware's own machines.
 */
public final class MessageFirmware implements ToIntFunction<SevEsState> {

    private final FirmwareAtRequest how;
    private final Optional<Messages> messages;
    private final Optional<CountCell> counter;

    /** Firmware that does that with {@code messages}, which are empty if nobody writes any. */
    public MessageFirmware(
            ModelBuilder model, FirmwareAtRequest how, Optional<Messages> messages) {
        this.how = how;
        this.messages = messages;
        counter = messages.map(all -> model.region("firmware")
                .count("MSG_COUNT0", Messages.MOST_NUMBER));
    }

    @Override
    public int applyAsInt(SevEsState state) {
        return how == FirmwareAtRequest.REFUSES ? Status.INVALID_PARAM.code()
                : messages.map(this::execute).orElse(0);
    }

    private int execute(Messages all) {
        CountCell last = counter.orElseThrow();
        if (!all.request.number.is(last.get() + 1)) {
            return Status.AEAD_OFLOW.code();
        }
        last.become(last.get() + 2);
        all.answerRequest();
        return 0;
    }
}
