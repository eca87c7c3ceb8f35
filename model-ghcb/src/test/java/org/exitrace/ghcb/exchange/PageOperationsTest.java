package org.exitrace.ghcb.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single accesses to pages and MSR, and what leaves the guest. */
class PageOperationsTest {

    @Test
    void aFieldIsWrittenAndMarkedUnlessToldOtherwise() {
        TalkingGuest machine = new TalkingGuest(2).runs(
                "set of=1 field=RAX value=0x12", "set of=1 field=RBX value=3 valid=false",
                "set of=1 field=PROTOCOL_VERSION value=2");
        GhcbPage page = machine.guests.get(1).own();

        assertThat(page.get(GhcbField.RAX)).isEqualTo(0x12);
        assertThat(page.get(GhcbField.RBX)).isEqualTo(3);
        assertThat(page.get(GhcbField.PROTOCOL_VERSION)).isEqualTo(2);
        assertThat(page.valid.get()).isEqualTo(1L << GhcbField.RAX.ordinal());
        assertThat(machine.guest().own().get(GhcbField.RAX)).isZero();
    }

    @Test
    void aMarkIsTakenAwayAloneOrWithAllOthers() {
        String[] marks = {"set of=0 field=RAX value=1", "set of=0 field=RCX value=1",
            "invalidate of=0 field=RAX"};
        GhcbPage page = new TalkingGuest(1).runs(marks).guest().own();
        assertThat(page.valid.get()).isEqualTo(1L << GhcbField.RCX.ordinal());
        assertThat(page.get(GhcbField.RAX)).isEqualTo(1);

        page = new TalkingGuest(1).runs(marks[0], marks[1], "clear-bitmap of=0").guest().own();
        assertThat(page.valid.isEmpty()).isTrue();
        assertThat(page.get(GhcbField.RCX)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"RAX, 5, true, 5, YES", "RAX, 5, true, 6, NO", "RAX, 5, false, 5, NO",
        "PROTOCOL_VERSION, 2, true, 2, YES", "GHCB_USAGE, 2, true, 1, NO"})
    void aCheckLooksAtValueAndMark(
            String field, int value, boolean valid, int is, String result) {
        assertThat(new TalkingGuest(1).runs(
                "set of=0 field=" + field + " value=" + value + " valid=" + valid,
                "check of=0 field=" + field + " is=" + is).result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"1, 9, YES", "1, 8, NO", "0, 9, NO", "0, 0, YES"})
    void aWordOfTheBufferIsLookedAtAlone(int word, int is, String result) {
        assertThat(new TalkingGuest(2).runs("set-buffer of=1 word=1 value=9",
                "check-buffer of=1 word=" + word + " is=" + is).result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"0x10000, YES", "0x11000, NO"})
    void theMsrHoldsThePageAtFirst(String address, String result) {
        assertThat(new TalkingGuest(1).runs("check-ghcb-msr is=" + address).result())
                .isEqualTo(result);
    }

    @Test
    void theMsrDecidesWhichPageTheHostReads() {
        TalkingGuest machine = new TalkingGuest(2).runs(
                "set of=1 field=SW_EXITCODE value=0x6E", "write-ghcb-msr value=0x11000",
                "VMGEXIT", "check of=1 field=RDX is=0x77 gives YES");

        assertThat(machine.requests()).containsExactly("RDTSC");
        assertThat(machine.broken()).isEmpty();
        assertThat(machine.guest().msr.get()).isEqualTo(0x11000);
        assertThat(machine.guest().cpu.running.isSet()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"INIT, 0", "SIPI, 1"})
    void aWriteToTheIcrLeavesTheGuestWithModeAndTarget(IpiMode mode, int to) {
        GuestCpu cpu = new TalkingGuest(2).runs("icr-write mode=" + mode + " to=" + to,
                "write word=1").guest().cpu;

        assertThat(cpu.exit.is(GuestExit.ICR_WRITE)).isTrue();
        assertThat(cpu.ipi.is(mode)).isTrue();
        assertThat(cpu.ipiTarget.is(to)).isTrue();
        assertThat(cpu.running.isClear()).isTrue();
    }

    @Test
    void hltLeavesTheGuest() {
        TalkingGuest machine = new TalkingGuest(1).runs("hlt", "write word=1");

        assertThat(machine.guest().cpu.exit.is(GuestExit.HLT)).isTrue();
        assertThat(machine.words.isSet(1)).isFalse();
    }

    @Test
    void aMachineWithoutVmsaPagesHasNoOperationOnThem() {
        List<String> plain = ExchangeOperations.all(new ExchangeBounds(1, 1, 0)).stream()
                .map(operation -> operation.name()).toList();

        assertThat(plain).contains("set", "VMGEXIT", "vc", "send-nmi", "hlt", "await")
                .doesNotContain("build-vmsa", "ap-create").doesNotHaveDuplicates();
    }
}
