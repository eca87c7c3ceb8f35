package org.exitrace.kvm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.adversary.Misbehaviour;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.ghcb.design.MessageCheck;
import org.exitrace.ghcb.design.MessageError;
import org.exitrace.ghcb.message.Messages;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.programs.MessageOperations;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GuestRequestAnswer;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vc.GuestVc;
import org.exitrace.kvm.design.FirmwareAtRequest;
import org.exitrace.kvm.design.VmmAtCertificates;
import org.exitrace.kvm.vmgexit.MessageFirmware;
import org.exitrace.kvm.vmgexit.SevEsState;

/** The part of a machine in which an SNP guest sends messages to the firmware. */
final class GuestMessages {

    /** The questions that it answers. */
    static final List<Switch<?>> SWITCHES = List.of(FirmwareAtRequest.SWITCH,
            VmmAtCertificates.SWITCH, MessageCheck.SWITCH, MessageError.SWITCH);

    private static final List<NaeEvent> EVENTS =
            List.of(NaeEvent.GUEST_REQUEST, NaeEvent.EXTENDED_GUEST_REQUEST);

    private final Optional<Messages> messages;
    private final List<SevEsState> states;
    private final Optional<MutexCell> mutex;
    private final MessageFirmware firmware;

    /** The part that scripts with those operations and events need, of a guest that is SNP. */
    GuestMessages(ModelBuilder model, boolean snp, List<SevEsState> states,
            List<String> operations, Set<NaeEvent> named) {
        this.states = List.copyOf(states);
        boolean sends = operations.contains(MessageOperations.SEND);
        messages = sends ? Optional.of(new Messages(model.region("messages")))
                : Optional.empty();
        messages.ifPresent(all -> states.forEach(state -> state.guest.sends(all)));
        mutex = snp && (sends || EVENTS.stream().anyMatch(named::contains))
                ? Optional.of(new MutexCell(model.region("requests"), "guest_req_mutex"))
                : Optional.empty();
        firmware = new MessageFirmware(
                model, model.design().get(FirmwareAtRequest.SWITCH), messages);
    }

    /** {@code guest_req_mutex}, where somebody in an SNP guest sends messages. */
    Optional<MutexCell> mutex() {
        return mutex;
    }

    /** What the firmware does with them. */
    MessageFirmware firmware() {
        return firmware;
    }

    /** What a hostile host can do about them: docs/ghcb.md g 27 and 37. */
    List<Misbehaviour> misbehaviours() {
        List<Misbehaviour> all = new ArrayList<>();
        messages.ifPresent(sent -> {
            // The last answer stands in the page already.
            for (int number = 2; number < Messages.MOST_NUMBER; number += 2) {
                all.add(replay(sent, number));
            }
            states.forEach(state -> all.add(busy(state)));
        });
        return all;
    }

    private static Misbehaviour replay(Messages sent, int number) {
        return new Misbehaviour("writes the answer with number " + number + " once more",
                "docs/ghcb.md g 27",
                () -> sent.answered(number) != 0
                        && !sent.answer.holds(number, sent.answered(number)),
                () -> sent.answer.become(number, sent.answered(number)));
    }

    /** The firmware may have executed the message already. */
    private static Misbehaviour busy(SevEsState state) {
        GhcbPage page = state.guest.own();
        long busy = GuestRequestAnswer.BUSY.info2();
        return new Misbehaviour("says that it is busy to vcpu" + state.vcpu.number(),
                "docs/ghcb.md g 37",
                () -> EVENTS.stream().anyMatch(
                        event -> event.code() == page.get(GhcbField.SW_EXITCODE))
                        && page.get(GhcbField.SW_EXITINFO2) != busy,
                () -> page.write(GhcbField.SW_EXITINFO2, busy));
    }

    /** What is promised. */
    void promise(ModelBuilder model, List<GuestVc> handlers) {
        messages.ifPresent(sent -> {
            model.never("S-26", "one number is used for two messages to the firmware",
                    sent.reusedNumber::isSet)
                    .because("AES-GCM tells who sees both what their difference is")
                    .from("docs/ghcb.md S-26, d.5");
            model.never("S-27", "a key is used behind an error that was not expected",
                    sent.usedAfterError::isSet)
                    .because("nobody knows which numbers the firmware has seen")
                    .from("docs/ghcb.md S-27, d.5");
            model.never("answer-fresh", "the guest takes the answer to another message",
                    sent.tookOther::isSet)
                    .because("the host keeps old ones").from("docs/ghcb.md d.5, g 27");
            model.eventually("L4", "a message is answered, or its key wiped",
                    sent.pending::isSet, () -> sent.pending.isClear()
                            || handlers.stream().anyMatch(vc -> vc.halted.isSet()))
                    .because("who asks waits for it").from("docs/ghcb.md L4, d.5");
        });
    }
}
