package org.exitrace.ghcb.vc;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.host.ObligingAnswers;
import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a guest asks by the GHCB MSR, and what it makes of the answer. */
class MsrCallTest {

    private static final long PAGE = 0x10000;

    @ParameterizedTest
    @CsvSource({"negotiate, SEV_INFO_REQUEST 0", "register-ghcb, REGISTER_GPA_REQUEST 10",
        "apic-id, CPUID_REQUEST bc0000"})
    void theAddressOfThePageIsPutBackBehindACall(String call, String request) {
        TalkingGuest machine = new TalkingGuest(1).runs(call, "write word=1");

        assertThat(machine.requests()).containsExactly(request);
        assertThat(machine.guest().msr.get()).isEqualTo(PAGE);
        assertThat(machine.vc().info1.get()).isZero();
        assertThat(machine.marks()).isEmpty();
        assertThat(machine.broken()).isEmpty();
        assertThat(machine.words.isSet(1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, true", "2, 2, true", "3, 2, true", "9, 1, true", "2, 0, true",
        "4, 3, false", "0, 0, false", "1, 2, false"})
    void theRangesOfVersionsMustOverlap(long most, long least, boolean agreed) {
        TalkingGuest machine = new TalkingGuest(1).withHostAt(1,
                guest -> guest.msr.become(MsrInfo.sevInfo(most, least, 51))).runs("negotiate");

        assertThat(machine.requests().size()).isEqualTo(agreed ? 1 : 2);
        assertThat(machine.guest().msr.get()).isEqualTo(agreed ? PAGE : 0x10100);
        assertThat(machine.vc().halted.isSet()).isEqualTo(!agreed);
        assertThat(machine.broken()).isEmpty();
    }

    @Test
    void aGuestThatDoesNotLookSpeaksAVersionThatNobodyKnows() {
        TalkingGuest machine = new TalkingGuest(1, "guest-checks=none").withHostAt(1,
                guest -> guest.msr.become(MsrInfo.sevInfo(4, 3, 51))).runs("negotiate");

        assertThat(machine.marks()).containsExactly("wrong_version");
        assertThat(machine.broken()).containsExactly("S-38");
        assertThat(machine.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"linux, 1, 1, negotiated, 1, ''", "linux, 2, 1, negotiated, 2, ''",
        "linux, 9, 1, negotiated, 2, ''", "ovmf, 1, 1, negotiated, 1, ''",
        "svsm, 2, 1, negotiated, 2, ''", "linux, 2, 1, one, 1, S-38",
        "ovmf, 2, 1, one, 1, S-38", "linux, 1, 1, one, 1, ''"})
    void thePageFollowsTheVersionThatWasAgreedOn(String code, long most, long least,
            String written, int version, String broken) {
        TalkingGuest machine = new TalkingGuest(
                1, "guest-code=" + code, "version-written=" + written).withHostAt(1,
                guest -> guest.msr.become(MsrInfo.sevInfo(most, least, 51)))
                .runs("set of=0 field=GHCB_USAGE value=1", "negotiate", "vc event=WBINVD");

        assertThat(machine.guest().own().get(GhcbField.PROTOCOL_VERSION)).isEqualTo(version);
        assertThat(machine.guest().own().get(GhcbField.GHCB_USAGE)).isZero();
        assertThat(String.join(" ", machine.broken())).isEqualTo(broken);
    }

    @Test
    void anSvsmTakesNoOlderVersion() {
        TalkingGuest machine = new TalkingGuest(1, "guest-code=svsm").withHostAt(1,
                guest -> guest.msr.become(MsrInfo.sevInfo(1, 1, 51))).runs("negotiate");

        assertThat(machine.requests()).hasSize(2);
        assertThat(machine.marks()).containsExactly("halted");
        assertThat(machine.broken()).isEmpty();
    }

    /** A host that writes the field takes what linux and the SVSM write anew, and OVMF does not. */
    @ParameterizedTest
    @CsvSource({"linux, 2", "svsm, 2", "ovmf, 7"})
    void firmwareWritesTheVersionOnce(String code, int version) {
        TalkingGuest machine = new TalkingGuest(1, "guest-code=" + code).runs("negotiate",
                "set of=0 field=PROTOCOL_VERSION value=7", "vc event=WBINVD");

        assertThat(machine.guest().own().get(GhcbField.PROTOCOL_VERSION)).isEqualTo(version);
        assertThat(machine.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"negotiate", "register-ghcb", "apic-id"})
    void aHostThatDoesNotKnowTheRequestEndsTheGuest(String call) {
        TalkingGuest machine = new TalkingGuest(1).withHostAt(1,
                guest -> guest.msr.become(MsrInfo.HV_FEATURES_RESPONSE.with(0x10)))
                .runs(call, "write word=1");

        assertThat(machine.requests()).hasSize(2);
        assertThat(machine.requests().get(1)).isEqualTo("TERMINATION_REQUEST 0");
        assertThat(machine.guest().msr.get()).isEqualTo(0x100);
        assertThat(machine.marks()).containsExactly("halted");
        assertThat(machine.broken()).isEmpty();
        assertThat(machine.words.isSet(1)).isFalse();
    }

    @Test
    void aGuestThatDoesNotLookTakesTheResponseToAnotherRequest() {
        TalkingGuest machine = new TalkingGuest(1, "guest-checks=none").withHostAt(1,
                guest -> guest.msr.become(MsrInfo.HV_FEATURES_RESPONSE.with(0x10)))
                .runs("register-ghcb", "write word=1");

        assertThat(machine.requests()).hasSize(1);
        assertThat(machine.marks()).containsExactly("took_response");
        assertThat(machine.broken()).containsExactly("S-8");
        assertThat(machine.vc().info1.get()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"as-code, 2", "none, 1"})
    void theHostMustRegisterThePageThatItWasGiven(String checks, int requests) {
        TalkingGuest machine = new TalkingGuest(1, "guest-checks=" + checks).withHostAt(1,
                guest -> guest.msr.become(MsrInfo.REGISTER_GPA_RESPONSE.with(0x11)))
                .runs("register-ghcb");

        assertThat(machine.requests()).hasSize(requests);
        assertThat(machine.guest().msr.get()).isEqualTo(requests == 2 ? 0x1100 : PAGE);
        assertThat(machine.vc().halted.isSet()).isEqualTo(requests == 2);
        assertThat(machine.broken()).isEmpty();
    }

    @Test
    void cpuidNeedsAStack() {
        TalkingGuest machine = new TalkingGuest(1, "apic-id=cpuid").runs("apic-id");

        assertThat(machine.requests()).containsExactly(
                "CPUID RAX=0 RCX=0 SW_EXITINFO1=0 SW_EXITINFO2=0");
        assertThat(machine.marks()).containsExactly("vc_without_stack");
        assertThat(machine.broken()).containsExactly("S-31");
    }

    /** A hostile host injects #VC while firmware asks by the MSR. */
    @Test
    void anInjectedVcFindsNoStackEither() {
        TalkingGuest machine = new TalkingGuest(1);
        machine.withHostAt(1, guest -> machine.vc().injected.raise()).runs("apic-id");

        assertThat(machine.marks()).containsExactly("halted", "vc_without_stack");
        assertThat(machine.broken()).containsExactly("S-31");
    }

    @Test
    void behindItsFirstCodeAnApHasAStack() {
        TalkingGuest machine = new TalkingGuest(1).runs("apic-id", "vc event=CPUID");

        assertThat(machine.requests()).hasSize(2);
        assertThat(machine.broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"as-code, halted, ''", "none, ran_on, S-10"})
    void nothingIsExecutedBehindARequestToBeEnded(String checks, String mark, String broken) {
        TalkingGuest machine = new TalkingGuest(1, "guest-checks=" + checks)
                .withHost(guest -> guest.cpu.enter()).runs("terminate", "write word=1");

        assertThat(machine.requests()).containsExactly("TERMINATION_REQUEST 0");
        assertThat(machine.marks()).containsExactly(mark);
        assertThat(String.join(" ", machine.broken())).isEqualTo(broken);
        assertThat(machine.words.isSet(1)).isEqualTo(checks.equals("none"));
    }

    @ParameterizedTest
    @CsvSource({"ovmf, restored, false", "ovmf, lost, true", "linux, lost, false"})
    void firmwareDoesNotWriteTheMsrBeforeEachExit(String code, String restore, boolean wrong) {
        TalkingGuest machine = new TalkingGuest(
                1, "guest-code=" + code, "msr-restore=" + restore)
                .runs("negotiate", "vc event=WBINVD");

        assertThat(machine.vc().wrongMsr.isSet()).isEqualTo(wrong);
        assertThat(machine.broken().contains("S-9")).isEqualTo(wrong);
        assertThat(machine.requests().get(1)).startsWith(wrong ? "SEV_INFO_RESPONSE" : "WBINVD");
        assertThat(machine.guest().msr.get()).isEqualTo(wrong ? ObligingAnswers.VERSIONS : PAGE);
    }
}
