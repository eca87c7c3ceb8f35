package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.design.Design;
import org.junit.jupiter.api.Test;

class GuestRequestTest {

    private static final String HANDLE = "snp_handle_guest_req gctx=0 request=1 response=2";
    private static final String ASK = "snp_send_guest_request type=REPORT request=1 response=2";
    private static final Design KEEPS =
            PspMachine.usualDesign().with("guest-error", "keep");

    @Test
    void eachAnsweredRequestMovesBothCountersByTwo() {
        Hosts hosts = guest(ASK + " -> SUCCESS", ASK + " -> SUCCESS")
                .thread(SnpHosts.running(HANDLE + " -> DONE", HANDLE + " -> DONE"));
        assertThat(SnpHosts.broken(hosts)).isEmpty();
        assertThat(Hosts.atTheEnd(hosts.model(), "context[0].counter0")).isEqualTo(4);
        assertThat(Hosts.atTheEnd(hosts.model(), "context[0].secrets.counter0")).isEqualTo(4);
    }

    @Test
    void aRefusalInsideOfTheAnswerCountsAsAnswer() {
        assertThat(SnpHosts.broken(guest(ASK + " vmpck=1 vmpl=0 -> INVALID_PARAM",
                ASK + " vmpck=1 vmpl=1 -> SUCCESS")
                .thread(SnpHosts.running(HANDLE + " -> DONE", HANDLE + " -> DONE")))).isEmpty();
    }

    @Test
    void aLostAnswerLeavesTheCountersApartAndCostsTheKey() {
        Hosts hosts = guest(ASK + " -> WIPED", ASK + " -> DISABLED",
                ASK + " vmpck=1 vmpl=1 -> SUCCESS").thread(SnpHosts.running(
                        HANDLE + " flaw=response-copy -> FAILED", HANDLE + " -> DONE"));
        assertThat(SnpHosts.broken(hosts)).isEmpty();
        assertThat(Hosts.atTheEnd(hosts.model(), "context[0].counter0")).isEqualTo(2);
        assertThat(Hosts.atTheEnd(hosts.model(), "context[0].secrets.counter0")).isZero();
    }

    @Test
    void aDriverThatKeepsItsKeyAfterAnErrorEncryptsTwiceUnderOneNumber() {
        assertThat(SnpHosts.broken(new Hosts(SnpHosts.SIX_PAGES).in(KEEPS)
                .guest(0, ASK + " -> NO_ANSWER", ASK + " -> NO_ANSWER").thread(SnpHosts.running(
                        HANDLE + " flaw=response-copy -> FAILED", HANDLE + " -> FAILED"))))
                .containsExactly("iv-once");
    }

    @Test
    void aGuestThatIsToldToWaitSendsTheSameCiphertext() {
        assertThat(SnpHosts.broken(guest(ASK + " -> SUCCESS").thread(SnpHosts.running(
                "refuse-guest-request gctx=0 says=BUSY",
                "refuse-guest-request gctx=0 says=CERTIFICATES_DO_NOT_FIT",
                HANDLE + " -> DONE")))).isEmpty();
    }

    @Test
    void anAnswerThatTheHostKeptIsNoAnswerToTheNextRequest() {
        assertThat(SnpHosts.broken(guest(ASK + " -> SUCCESS", ASK + " -> WIPED")
                .thread(SnpHosts.running(HANDLE + " -> DONE",
                        "refuse-guest-request gctx=0 says=DONE")))).isEmpty();
    }

    @Test
    void aRequestThatTheHostKeptIsRefusedAndNotExecuted() {
        Hosts hosts = guest(ASK + " -> SUCCESS").thread(SnpHosts.running(HANDLE + " -> DONE",
                "RMPUPDATE page=2 immutable=true -> SUCCESS",
                "SNP_GUEST_REQUEST gctx=0 page=1 to=2 -> AEAD_OFLOW"));
        assertThat(SnpHosts.broken(hosts)).isEmpty();
        assertThat(Hosts.atTheEnd(hosts.model(), "context[0].counter0")).isEqualTo(2);
    }

    @Test
    void aPageThatIsTooShortForTheAnswerLetsTheHostHaveTheRequestExecutedTwice() {
        assertThat(SnpHosts.broken(new Hosts(SnpHosts.SIX_PAGES)
                .thread(SnpHosts.running(
                        "RMPUPDATE page=2 immutable=true -> SUCCESS",
                        "place-request page=3 gctx=0 sequence=1 type=REPORT",
                        "SNP_GUEST_REQUEST gctx=0 page=3 to=2 flaw=response-fits"
                                + " -> INVALID_PARAM",
                        "SNP_GUEST_REQUEST gctx=0 page=3 to=2 -> SUCCESS"))))
                .containsExactly("vmpck-once");
    }

    @Test
    void aHostThatRewritesTheRequestMeanwhileGetsNothingExecutedThatTheGuestDidNotAsk() {
        assertThat(SnpHosts.broken(guest(ASK + " -> SUCCESS|WIPED")
                .thread(SnpHosts.running("write word=0", HANDLE + " -> DONE|FAILED"))
                .thread("await word=0", "spoil-page page=1 -> SUCCESS"))).isEmpty();
    }

    private static Hosts guest(String... lines) {
        return new Hosts(SnpHosts.SIX_PAGES).guest(0, lines);
    }
}
