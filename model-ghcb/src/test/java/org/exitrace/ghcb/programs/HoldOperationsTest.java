package org.exitrace.ghcb.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.HoldCheck;
import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One hold by the page or by the MSR, released or only woken. */
class HoldOperationsTest {

    private static void wakes(GhcbGuest guest) {
        guest.own().write(GhcbField.SW_EXITINFO2, 0);
        if (MsrInfo.of(guest.msr.get()).orElseThrow() == MsrInfo.AP_RESET_HOLD_RESPONSE) {
            guest.msr.become(MsrInfo.AP_RESET_HOLD_RESPONSE.with(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"nae, AP_RESET_HOLD SW_EXITINFO1=0 SW_EXITINFO2=0",
        "msr, AP_RESET_HOLD_REQUEST 0"})
    void aReleaseIsReadFromWhereItWasAsked(String form, String request) {
        TalkingGuest machine = new TalkingGuest(1)
                .withHost(guest -> guest.cpu.releaseWritten.raise())
                .runs("ap-reset-hold form=" + form);
        GuestCpu cpu = machine.guest().cpu;

        assertThat(machine.requests()).containsExactly(request);
        assertThat(machine.result()).isEqualTo("RELEASED");
        assertThat(machine.guest().msr.get()).isEqualTo(0x10000);
        assertThat(cpu.holdOpen.isClear() && cpu.wokenForNothing.isClear()
                && cpu.releasedUnasked.isClear() && cpu.releaseWritten.isClear()
                && cpu.wentOnUnreleased.isClear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"nae", "msr"})
    void aReleaseThatNobodyAskedForIsNoted(String form) {
        TalkingGuest machine = new TalkingGuest(1).runs("ap-reset-hold form=" + form);

        assertThat(machine.result()).isEqualTo("RELEASED");
        assertThat(machine.guest().cpu.releasedUnasked.isSet()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(HoldCheck.class)
    void onlyAGuestThatLooksAtTheResultIsMerelyWoken(HoldCheck check) {
        for (String form : new String[] {"nae", "msr"}) {
            TalkingGuest machine = new TalkingGuest(
                    1, HoldCheck.SWITCH.name() + "=" + check.label())
                    .withHost(HoldOperationsTest::wakes).runs("ap-reset-hold form=" + form);
            boolean looks = check == HoldCheck.RESULT;

            assertThat(machine.result()).isEqualTo(looks ? "WOKEN" : "RELEASED");
            assertThat(machine.guest().cpu.wokenForNothing.isSet()).isTrue();
            assertThat(machine.guest().cpu.wentOnUnreleased.isSet()).isEqualTo(!looks);
            assertThat(machine.guest().cpu.releasedUnasked.isClear()).isTrue();
        }
    }
}
