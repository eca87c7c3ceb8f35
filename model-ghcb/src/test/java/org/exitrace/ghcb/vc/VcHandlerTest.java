package org.exitrace.ghcb.vc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.EventInjection;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One #VC after the other: what is asked, and what the guest makes of the answer. */
class VcHandlerTest {

    private static final String PLAIN = " SW_EXITINFO1=0 SW_EXITINFO2=0";

    private static Consumer<GhcbGuest> says(long info1, long info2) {
        return guest -> {
            guest.own().write(GhcbField.SW_EXITINFO1, info1);
            guest.own().write(GhcbField.SW_EXITINFO2, info2);
        };
    }

    private static void isIdle(TalkingGuest machine) {
        assertThat(machine.broken()).isEmpty();
        assertThat(machine.marks()).isEmpty();
        assertThat(machine.vc().depth.get()).isZero();
        assertThat(machine.vc().info1.get()).isZero();
        assertThat(machine.vc().info2.get()).isZero();
        assertThat(machine.guest().own().valid.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "event=CPUID value=5, CPUID RAX=5 RCX=5 SW_EXITINFO1=0 SW_EXITINFO2=0",
        "event=WBINVD info1=3 info2=9, WBINVD SW_EXITINFO1=3 SW_EXITINFO2=9",
        "event=MSR value=7, MSR RCX=7 SW_EXITINFO1=0 SW_EXITINFO2=0",
        "event=MSR info1=1 value=7, MSR RAX=7 RCX=7 RDX=7 SW_EXITINFO1=1 SW_EXITINFO2=0",
        "event=IOIO info1=0x11 value=7, IOIO SW_EXITINFO1=11 SW_EXITINFO2=0",
        "event=IOIO info1=0x10 value=7, IOIO RAX=7 SW_EXITINFO1=10 SW_EXITINFO2=0",
        "event=VMMCALL value=1, VMMCALL CPL=1 RAX=1 SW_EXITINFO1=0 SW_EXITINFO2=0",
        "event=MMIO_READ value=8, MMIO_READ SW_EXITINFO1=0 SW_EXITINFO2=0 SW_SCRATCH=8",
    })
    void aRequestMarksItsInputsAndNothingElse(String call, String request) {
        TalkingGuest machine = new TalkingGuest(1).runs("vc " + call, "vc event=RDTSC");

        assertThat(machine.requests()).containsExactly(request, "RDTSC" + PLAIN);
        isIdle(machine);
    }

    @ParameterizedTest
    @CsvSource({"linux, as-code, halted, ''", "linux, none, took_invalid, S-5"})
    void anOutputThatIsNotValidIsAnErrorUnlessNobodyLooks(
            String code, String checks, String mark, String broken) {
        TalkingGuest machine = new TalkingGuest(
                1, "guest-code=" + code, "guest-checks=" + checks)
                .withHost(guest -> guest.own().invalidate(GhcbField.RDX))
                .runs("vc event=RDTSC", "write word=1");

        assertThat(machine.marks()).containsExactly(mark);
        assertThat(String.join(" ", machine.broken())).isEqualTo(broken);
        assertThat(machine.words.isSet(1)).isEqualTo(checks.equals("none"));
    }

    @ParameterizedTest
    @CsvSource({"2, as-code, false", "3, as-code, false", "0x100000000, as-code, true",
        "2, none, true"})
    void theLowHalfOfTheFirstWordTellsWhetherTheHostDidIt(
            String info1, String checks, boolean goesOn) {
        TalkingGuest machine = new TalkingGuest(1, "guest-checks=" + checks)
                .withHost(says(Long.decode(info1), 0)).runs("vc event=WBINVD", "write word=1");

        assertThat(machine.words.isSet(1)).isEqualTo(goesOn);
        assertThat(machine.vc().halted.isSet()).isEqualTo(!goesOn);
        assertThat(machine.broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"linux, as-code, 13, ''", "linux, as-code, 6, ''", "linux, as-code, 14, halted",
        "ovmf, as-code, 14, ''", "linux, none, 14, took_exception", "linux, none, 13, ''"})
    void onlyTwoExceptionsMayBeTheAnswer(String code, String checks, int vector, String mark) {
        TalkingGuest machine = new TalkingGuest(
                1, "guest-code=" + code, "guest-checks=" + checks)
                .withHost(says(1, EventInjection.exception(vector))).runs("vc event=RDTSC");

        assertThat(String.join(" ", machine.marks())).isEqualTo(mark);
        assertThat(String.join(" ", machine.broken()))
                .isEqualTo(mark.equals("took_exception") ? "S-20" : "");
        if (mark.isEmpty()) {
            isIdle(machine);
        }
    }

    @ParameterizedTest
    @CsvSource({"cleared, false", "left, true"})
    void aBitmapThatIsNotClearedIsLeftToTheNext(String release, boolean left) {
        TalkingGuest machine = new TalkingGuest(1, "ghcb-release=" + release)
                .runs("vc event=RDTSC");

        assertThat(machine.guest().own().valid.isEmpty()).isEqualTo(!left);
        assertThat(machine.vc().leftValid.isSet()).isEqualTo(left);
        assertThat(String.join(" ", machine.broken())).isEqualTo(left ? "S-4" : "");
    }

    @Test
    void eachExitUsesThePageOfItsOwnProcessorUnlessAllUseTheFirst() {
        TalkingGuest own = new TalkingGuest(2).told(0, "vc event=RDTSC")
                .told(1, "vc event=WBINVD").goes();
        assertThat(own.broken()).isEmpty();
        assertThat(own.guests.get(1).own().get(GhcbField.SW_EXITCODE)).isEqualTo(0x89);

        TalkingGuest shared = new TalkingGuest(2, "ghcb-owner=boot")
                .told(1, "vc event=WBINVD").goes();
        assertThat(shared.requests()).containsExactly("WBINVD" + PLAIN);
        assertThat(shared.guests.get(0).own().get(GhcbField.SW_EXITCODE)).isEqualTo(0x89);
        assertThat(shared.guests.get(1).own().get(GhcbField.SW_EXITCODE)).isZero();
        assertThat(shared.guests.get(1).msr.get()).isEqualTo(0x10000);
        assertThat(shared.broken()).isEmpty();
    }

    @Test
    void twoHandlersInOnePageBreakAPromise() {
        TalkingGuest machine = new TalkingGuest(2, "ghcb-owner=boot")
                .withHostAt(1, guest -> guest.cpu.running.clear())
                .told(0, "vc event=WBINVD").told(1, "vc event=WBINVD").goes();

        assertThat(machine.broken()).contains("S-36");
        assertThat(machine.vc().depth.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"checked, halted, 1", "trusted, exited_unasked, 2"})
    void anInjectedVcIsRefusedByItsInstruction(String check, String mark, int requests) {
        TalkingGuest machine = new TalkingGuest(1, "opcode-check=" + check)
                .told(0, "vc event=WBINVD", "VMGEXIT");
        machine.withHostAt(1, guest -> machine.vc().injected.raise()).goes();

        assertThat(machine.marks()).contains(mark);
        assertThat(machine.requests().size() > 1 && machine.requests().get(1)
                .startsWith("VMMCALL CPL=0 RAX=0")).isEqualTo(requests == 2);
        assertThat(machine.vc().halted.isSet()).isEqualTo(check.equals("checked"));
        assertThat(machine.broken().contains("S-21")).isEqualTo(check.equals("trusted"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 0"})
    void onlyAPortThatIsAllowedReachesTheHost(int taken, int requests) {
        TalkingGuest machine = new TalkingGuest(1).runs("write word=" + taken, "user-out word=3");

        assertThat(machine.requests()).hasSize(requests).allMatch(
                one -> one.equals("IOIO RAX=0 SW_EXITINFO1=800010 SW_EXITINFO2=0"));
        isIdle(machine);
    }

    /** Another thread of the task replaces the instruction once it has trapped. */
    @ParameterizedTest
    @CsvSource({"decoded, 0", "as-trapped, 1"})
    void aPortThatIsReplacedMeanwhileIsLookedUpAgain(String how, int requests) {
        TalkingGuest machine = new TalkingGuest(2, "user-port=" + how)
                .told(0, "user-out word=3").told(1, "write word=3")
                .hurrying("vcpu1 guest: word 3 = 1",
                        "vcpu0 user OUT: decodes a port that is allowed?").goes();

        assertThat(machine.requests()).hasSize(requests);
        assertThat(machine.vc().userReachedHost.isSet()).isEqualTo(requests == 1);
        assertThat(machine.broken()).hasSize(requests);
        assertThat(machine.words.isSet(3)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"refused, 0", "emulated, 1"})
    void mmioOfAUserTaskIsRefused(String how, int requests) {
        TalkingGuest machine = new TalkingGuest(1, "user-mmio=" + how).runs("user-mmio");

        assertThat(machine.requests()).hasSize(requests);
        assertThat(machine.vc().userReachedHost.isSet()).isEqualTo(requests == 1);
        assertThat(machine.broken()).hasSize(requests);
    }

    /** Here it is another virtual CPU that makes an access of user code one to a device. */
    @Test
    void mmioOfAUserTaskIsWhatThePageSaysWhenTheGuestIsLeft() {
        TalkingGuest machine = new TalkingGuest(2).told(0, "user-out word=3")
                .told(1, "set of=0 field=SW_EXITCODE value=0x80000002")
                .hurrying("vcpu1 guest: GHCB[0].SW_EXITCODE = 0x80000002",
                        "vcpu0 #VC: VMGEXIT IOIO").goes();

        assertThat(machine.requests()).singleElement().asString().startsWith("MMIO_WRITE");
        assertThat(machine.marks()).contains("user_reached_host");
        assertThat(machine.broken()).containsExactly("S-32");
    }

    @Test
    void mmioOfTheKernelIsNoUserTasks() {
        TalkingGuest machine = new TalkingGuest(1).runs("vc event=MMIO_READ value=8");

        assertThat(machine.broken()).isEmpty();
    }

    /** The handler of the instruction goes on where that of an injected #VC has to end. */
    @Test
    void anExitWhileAnInjectedVcIsHandledIsNotWhatTheInstructionAskedFor() {
        TalkingGuest machine = new TalkingGuest(1).runs("vc event=WBINVD");
        assertThat(machine.marks()).isEmpty();
        machine.vc().injected.raise();

        VcHandler.exit(machine.vc());

        assertThat(machine.marks()).containsExactly("injected", "exited_unasked");
    }

    /** The guest's own count says that there are two, so that it does not panic. */
    @Test
    void aThirdHandlerBreaksItsPromiseOnceItWritesWhateverTheGuestCounts() {
        TalkingGuest machine = new TalkingGuest(1);
        machine.withHost(guest -> {
            int request = machine.requests().size();
            if (request <= 2) {
                guest.receiveNmi();
            }
            if (request == 2) {
                machine.vc().depth.become(1);
            } else if (request == 3) {
                machine.vc().depth.become(GuestVc.MOST_DEPTH);
            }
        }).runs("vc event=WBINVD");

        assertThat(machine.marks()).contains("too_deep");
        assertThat(machine.broken()).contains("S-6");
    }

    /** Nor does it matter how the guest came to leave for a port that it has refused. */
    @ParameterizedTest
    @CsvSource({"IOIO, false, true", "IOIO, true, false", "MMIO_READ, true, true",
        "WBINVD, false, false"})
    void whatIsAskedOfTheHostIsComparedWithWhatTheTaskMayDo(
            NaeEvent event, boolean mayUse, boolean broken) {
        TalkingGuest machine = new TalkingGuest(1).runs("vc event=" + event);
        assertThat(machine.marks()).isEmpty();
        UserAccess task = machine.vc().user().orElseThrow();
        task.begin();
        task.decodes(mayUse);

        VcHandler.exit(machine.vc());

        assertThat(machine.vc().userReachedHost.isSet()).isEqualTo(broken);
    }

    @Test
    void behindItsInstructionATaskAsksForNothing() {
        TalkingGuest machine = new TalkingGuest(1)
                .runs("user-mmio", "vc event=MMIO_READ value=8");

        assertThat(machine.requests()).hasSize(1);
        assertThat(machine.broken()).isEmpty();
    }

    /** The nested page table says that there is a device, whatever the guest has mapped there. */
    @ParameterizedTest
    @CsvSource({"checked, encrypted, TERMINATION_REQUEST 0, halted",
        "unchecked, encrypted, MMIO_READ, encrypted_mmio",
        "checked, shared, MMIO_READ, ''", "unchecked, shared, MMIO_READ, ''"})
    void memoryThatIsMappedEncryptedIsNoDevice(
            String look, String mapped, String request, String mark) {
        TalkingGuest machine = new TalkingGuest(1, "mmio-mapping=" + look);
        machine.vc().reads().orElseThrow().device.initially(true);

        machine.runs("read-memory mapped=" + mapped, "write word=1");

        assertThat(machine.requests()).containsExactly(request.replace("MMIO_READ",
                "MMIO_READ SW_EXITINFO1=2000 SW_EXITINFO2=8 SW_SCRATCH=10800"));
        assertThat(String.join(" ", machine.marks())).isEqualTo(mark);
        assertThat(String.join(" ", machine.broken()))
                .isEqualTo(mark.equals("encrypted_mmio") ? "S-32" : "");
        assertThat(machine.words.isSet(1)).isEqualTo(request.equals("MMIO_READ"));
        assertThat(machine.guest().own().valid.isEmpty()).isTrue();
    }

    @Test
    void whatIsReadPassesThroughTheBufferOfTheHandlersOwnPage() {
        TalkingGuest machine = new TalkingGuest(2);
        machine.handlers.get(1).reads().orElseThrow().device.initially(true);

        machine.told(1, "read-memory mapped=shared").goes();

        assertThat(machine.guests.get(1).own().get(GhcbField.SW_SCRATCH))
                .isEqualTo(GhcbPage.addressOf(1) + GhcbField.SHARED_BUFFER);
    }

    /** A branch of the guest's code tells nothing here: the page does, and the mapping. */
    @ParameterizedTest
    @CsvSource({"MMIO_READ, true, true", "MMIO_WRITE, true, true", "MMIO_READ, false, false",
        "WBINVD, true, false"})
    void whatIsAskedOfTheHostIsComparedWithTheMapping(
            NaeEvent event, boolean encrypted, boolean broken) {
        TalkingGuest machine = new TalkingGuest(1).runs("vc event=" + event);
        assertThat(machine.marks()).isEmpty();
        machine.vc().memory().begin(encrypted);

        VcHandler.exit(machine.vc());

        assertThat(machine.vc().encryptedMmio.isSet()).isEqualTo(broken);
    }

    @Test
    void memoryThatTheHostLeavesAloneAsksForNothing() {
        TalkingGuest machine = new TalkingGuest(1)
                .runs("read-memory", "vc event=MMIO_READ value=8");

        assertThat(machine.requests()).hasSize(1);
        isIdle(machine);
    }
}
