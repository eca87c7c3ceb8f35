package org.exitrace.kvm.vmgexit;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.GuestRequestAnswer;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.spec.RunReturn;

/**
 * {@code snp_handle_guest_req} and {@code snp_handle_ext_guest_req}: KVM hands a message to the
 * firmware, and the firmware's error to the guest. Where user space wants to be asked for
 * certificates, it is asked first, at each request of the extended form; KVM itself asks for
 * reports only, and sees no other message here.
 */
final class GuestRequests implements ExitGroup<NaeEvent> {

    private static final String LOCK = "guest_req_mutex";
    private static final long IN_PAGE = (1L << GhcbPage.PAGE_BITS) - 1;

    private final MutexCell mutex;
    private final ToIntFunction<SevEsState> firmware;
    private final boolean asksForCertificates;

    /**
     * Requests that take turns.
     *
     * @param mutex {@code guest_req_mutex} of the VM, whose two request pages have one user
     * @param firmware what the firmware does with the message; gives its status, 0 for success
     * @param asksForCertificates whether user space is asked for certificates
     */
    GuestRequests(MutexCell mutex, ToIntFunction<SevEsState> firmware,
            boolean asksForCertificates) {
        this.mutex = mutex;
        this.firmware = firmware;
        this.asksForCertificates = asksForCertificates;
    }

    @Override
    public Set<NaeEvent> handles() {
        return EnumSet.of(NaeEvent.GUEST_REQUEST, NaeEvent.EXTENDED_GUEST_REQUEST);
    }

    @Override
    public void begin(Block<SevEsState> code, NaeEvent event) {
        if (event == NaeEvent.GUEST_REQUEST || !asksForCertificates) {
            command(code);
            return;
        }
        code.when(state -> !namesPages(state),
                wrong -> Reply.refuse(wrong, GhcbReply.INVALID_INPUT),
                asks -> asks.local(state -> state.leave(
                        RunReturn.KVM_EXIT_SNP_REQ_CERTS, state.copy(GhcbField.RBX))));
    }

    private static boolean namesPages(SevEsState state) {
        return state.has(GhcbField.RAX) && state.has(GhcbField.RBX)
                && (state.copy(GhcbField.RAX) & IN_PAGE) == 0;
    }

    /** (0, 0) stands in the page already: no error of the firmware's, and none of the VMM's. */
    private void command(Block<SevEsState> code) {
        code.lock(LOCK, state -> mutex).costs(Reply.COST)
                .step("SNP_GUEST_REQUEST", state -> state.become(
                        GhcbField.SW_EXITINFO2, firmware.applyAsInt(state))).costs(Reply.COST)
                .unlock(LOCK, state -> mutex).costs(Reply.COST)
                .when(state -> state.copy(GhcbField.SW_EXITINFO2) != 0, error ->
                        Reply.set(error, GhcbReply.NO_ACTION,
                                state -> state.copy(GhcbField.SW_EXITINFO2)));
    }

    /** What user space has answered, as the guest is told it. */
    @Override
    public void complete(Block<SevEsState> code, NaeEvent event) {
        code.when(state -> CertificateExit.is(state, CertificateExit.ENOSPC), few -> {
            few.local(state -> state.become(GhcbField.RBX, CertificateExit.pages(state)));
            tell(few, GuestRequestAnswer.INVALID_LEN);
        });
        code.when(state -> CertificateExit.is(state, CertificateExit.EAGAIN),
                busy -> tell(busy, GuestRequestAnswer.BUSY));
        code.when(state -> CertificateExit.is(state, CertificateExit.EIO),
                failed -> tell(failed, GuestRequestAnswer.GENERIC));
        code.when(state -> !state.data.is(0),
                nonsense -> nonsense.done(SevEsState::failOnAnswer));
        command(code);
    }

    private static void tell(Block<SevEsState> code, GuestRequestAnswer error) {
        Reply.set(code, GhcbReply.NO_ACTION, state -> error.info2());
        code.done();
    }
}
