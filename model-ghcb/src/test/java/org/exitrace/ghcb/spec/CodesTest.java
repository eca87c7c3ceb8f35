package org.exitrace.ghcb.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The numbers of the published interface. */
class CodesTest {

    @Test
    void anEventBearsItsExitCode() {
        assertThat(NaeEvent.AP_RESET_HOLD.code()).isEqualTo(0x80000004L);
        assertThat(NaeEvent.AP_JUMP_TABLE.code()).isEqualTo(0x80000005L);
    }

    @Test
    void aMalformedRequestIsToldInBothWords() {
        assertThat(GhcbReply.NO_ACTION).isZero();
        assertThat(GhcbReply.MALFORMED_INPUT).isEqualTo(2);
        assertThat(GhcbReply.INVALID_INPUT).isEqualTo(5);
    }

    @Test
    void theJumpTableBeginsWithItsTwoWords() {
        assertThat(ApJumpTable.SET).isZero();
        assertThat(ApJumpTable.GET).isEqualTo(1);
        assertThat(ApJumpTable.IP_OFFSET).isZero();
        assertThat(ApJumpTable.CS_OFFSET).isEqualTo(Short.BYTES);
        assertThat(ApJumpTable.PAGE_BYTES).isEqualTo(0x1000);
    }

    /** The table ends 32 bytes before the end of the flash, where a VMM without it looks. */
    @Test
    void theResetVectorsTableIsFoundByItsFooter() {
        assertThat(ResetVector.TABLE_FOOTER).isEqualTo("96b582de-1fb2-45f7-baea-a366c55a082d");
        assertThat(ResetVector.SEV_ES_RESET_BLOCK)
                .isEqualTo("00f771de-1a7e-4fcb-890e-68c77e2fb44e");
        assertThat(ResetVector.TABLE_FOOTER_ADDRESS + 2 * Long.BYTES
                + ResetVector.BYTES_BEFORE_FLASH_END).isEqualTo(1L << Integer.SIZE);
        assertThat(ResetVector.CS_SELECTOR).isEqualTo(0xF000);
        assertThat(ResetVector.CS_LIMIT).isEqualTo((1 << ResetVector.IP_BITS) - 1);
        assertThat(ResetVector.WORK_AREA_JUMP).isEqualTo(0x2EFF2E);
    }

    @Test
    void aRequestInTheMsrBearsItsInfo() {
        assertThat(MsrInfo.GHCB_GPA.code()).isZero();
        assertThat(MsrInfo.AP_RESET_HOLD_REQUEST.code()).isEqualTo(6);
        assertThat(MsrInfo.AP_RESET_HOLD_RESPONSE.code()).isEqualTo(7);
    }

    @Test
    void theHostsWordAboutAGuestRequestCountsBeforeTheFirmwares() {
        assertThat(GuestRequestAnswer.INVALID_LEN.info2()).isEqualTo(1L << 32);
        assertThat(GuestRequestAnswer.GENERIC.info2()).isEqualTo(Long.MIN_VALUE);
        assertThat(LongStream.of(0, 1L << 32, 2L << 32 | 5, 3L << 32, 5)
                .mapToObj(GuestRequestAnswer::of)).containsExactly(
                GuestRequestAnswer.DONE, GuestRequestAnswer.INVALID_LEN, GuestRequestAnswer.BUSY,
                GuestRequestAnswer.GENERIC, GuestRequestAnswer.FIRMWARE);
    }
}
