package org.exitrace.ghcb.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The numbers of the published interface. */
class CodesTest {

    @Test
    void anEventBearsItsExitCode() {
        assertThat(NaeEvent.AP_RESET_HOLD.code()).isEqualTo(0x80000004L);
        assertThat(NaeEvent.AP_JUMP_TABLE.code()).isEqualTo(0x80000005L);
    }

    @Test
    void aRequestInTheMsrBearsItsInfo() {
        assertThat(MsrInfo.GHCB_GPA.code()).isZero();
        assertThat(MsrInfo.AP_RESET_HOLD_REQUEST.code()).isEqualTo(6);
        assertThat(MsrInfo.AP_RESET_HOLD_RESPONSE.code()).isEqualTo(7);
    }
}
