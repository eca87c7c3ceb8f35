package org.exitrace.kvm.vmm;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.kvm.design.VmmAtCertificates;
import org.exitrace.kvm.vmgexit.CertificateExit;
import org.exitrace.kvm.vmgexit.SevEsState;

/**
 * A VMM with two pages of certificates, that is asked for them by KVM_EXIT_SNP_REQ_CERTS, with how
 * many pages the guest has for them. What it writes there is not modelled.
 */
public final class CertificateAnswers {

    /** How many pages its certificates take. */
    public static final int PAGES = 2;

    private static final int NONSENSE = 1;
    private static final String SOURCE = "docs/kvm-host.md a.2";
    private static final String COST = "vmm.exit-to-user";

    private final VmmAtCertificates how;
    private final FlagCell wasBusy;

    /**
     * Answers of that kind.
     *
     * @param wasBusy whether it has told anybody to wait
     */
    public CertificateAnswers(VmmAtCertificates how, FlagCell wasBusy) {
        this.how = how;
        this.wasBusy = wasBusy;
    }

    /** Leaves the answer in the data, where the number of pages was. */
    public Routine<SevEsState> answer() {
        return Routine.named("VMM", SOURCE, code -> code.step("answers about certificates",
                state -> state.data.become(answer(state.data.get()))).costs(COST));
    }

    private long answer(long pages) {
        return switch (how) {
            case GIVES -> given(pages);
            case BUSY_ONCE -> {
                if (wasBusy.isSet()) {
                    yield given(pages);
                }
                wasBusy.raise();
                yield CertificateExit.answer(CertificateExit.EAGAIN, 0);
            }
            case BUSY -> CertificateExit.answer(CertificateExit.EAGAIN, 0);
            case FAILS -> CertificateExit.answer(CertificateExit.EIO, 0);
            case ANSWERS_NONSENSE -> CertificateExit.answer(NONSENSE, 0);
        };
    }

    private static long given(long pages) {
        return Long.compareUnsigned(pages, PAGES) < 0
                ? CertificateExit.answer(CertificateExit.ENOSPC, PAGES) : 0;
    }
}
