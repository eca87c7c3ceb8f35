package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Step;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.LaunchDigest;
import org.exitrace.psp.firmware.LegacyGuest;
import org.exitrace.psp.firmware.Page;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final FirmwareBounds FOUR_PAGES = new FirmwareBounds(1, 1, 2, 2, 3, 4);
    private static final List<String> STARTED = List.of("INIT es=true -> SUCCESS",
            "wbinvd-on-all-cpus", "DF_FLUSH -> SUCCESS",
            "LAUNCH_START policy-es=true -> SUCCESS", "ACTIVATE asid=1 -> SUCCESS");

    @Test
    void dependsOnOrder() {
        assertThat(digest("write-page page=0 content=1", "write-page page=1 content=2",
                "LAUNCH_UPDATE_DATA page=0", "LAUNCH_UPDATE_DATA page=1")).isNotEqualTo(
                digest("write-page page=0 content=1", "write-page page=1 content=2",
                        "LAUNCH_UPDATE_DATA page=1", "LAUNCH_UPDATE_DATA page=0"));
    }

    @Test
    void isBlindToAddresses() {
        assertThat(digest("write-page page=0 content=1", "write-page page=1 content=2",
                "LAUNCH_UPDATE_DATA page=0", "LAUNCH_UPDATE_DATA page=1")).isEqualTo(
                digest("write-page page=3 content=1", "write-page page=2 content=2",
                        "LAUNCH_UPDATE_DATA page=3", "LAUNCH_UPDATE_DATA page=2"));
    }

    @Test
    void isBlindToWhereOneCallEndsAndTheNextBegins() {
        assertThat(digest("write-page page=0 content=1", "write-page page=1 content=2",
                "LAUNCH_UPDATE_DATA page=0-1")).isEqualTo(
                digest("write-page page=0 content=1", "write-page page=1 content=2",
                        "LAUNCH_UPDATE_DATA page=0", "LAUNCH_UPDATE_DATA page=1"));
    }

    @Test
    void tellsAPageOfZerosFromNothing() {
        assertThat(digest("LAUNCH_UPDATE_DATA page=0")).isNotEqualTo(digest());
    }

    @Test
    void takesAVmsaForItsBytes() {
        assertThat(digest("write-page page=0 content=4", "LAUNCH_UPDATE_VMSA page=0"))
                .isEqualTo(digest("write-page page=0 content=4", "LAUNCH_UPDATE_DATA page=0"));
    }

    @Test
    void isOfWhatWasEncryptedThoughTheHostWritesInBetween() {
        List<String> owner = new ArrayList<>(STARTED);
        owner.add("write-page page=0 content=1");
        owner.add("LAUNCH_UPDATE_DATA page=0 -> SUCCESS");
        PspMachine machine = new Hosts(FOUR_PAGES).thread(owner.toArray(String[]::new))
                .thread("write-page page=0 content=5").machine();
        new Run(machine.model(), new WriterBehindHash()).atMost(2000).go();
        Page page = machine.firmware().pages.get(0);
        assertThat(page.content.get()).isEqualTo(1);
        assertThat(page.cipher.get()).isEqualTo(machine.firmware().guests.get(0).key.get());
        assertThat(machine.firmware().guests.get(0).digest.get())
                .isEqualTo(LaunchDigest.update(LaunchDigest.start(), 1));
    }

    /** The second thread writes just when the firmware has read and hashed the page. */
    private static final class WriterBehindHash implements Scheduler {
        private boolean hashed;

        @Override
        public Step next(Enabled enabled) {
            Step chosen = enabled.get(0);
            for (int i = 0; i < enabled.size(); i++) {
                if (enabled.get(i).actor().name().equals("host1") == hashed) {
                    chosen = enabled.get(i);
                    break;
                }
            }
            hashed |= chosen.name().contains("read and hash");
            return chosen;
        }
    }

    @Test
    void keepsWhatWasDoneBeforeAFailure() {
        Firmware firmware = after("write-page page=0 content=1", "write-page page=1 content=2",
                "LAUNCH_UPDATE_DATA page=0-1 flaw=chunk -> FW_INTERNAL");
        assertThat(firmware.guests.get(0).digest.get()).isEqualTo(
                digest("write-page page=0 content=1", "LAUNCH_UPDATE_DATA page=0"));
        assertThat(firmware.pages.get(0).cipher.get()).isNotZero();
        assertThat(firmware.pages.get(1).cipher.get()).isZero();
        assertThat(firmware.transfer.at.get()).isZero();
    }

    @Test
    void isRepeatedByAttestationWhateverComesLater() {
        long digest = digest("write-page page=0 content=1", "LAUNCH_UPDATE_DATA page=0");
        assertThat(answer("write-page page=0 content=1", "LAUNCH_UPDATE_DATA page=0",
                "LAUNCH_MEASURE -> SUCCESS", "LAUNCH_FINISH -> SUCCESS",
                "LAUNCH_UPDATE_DATA page=1 -> INVALID_GUEST_STATE",
                "LAUNCH_UPDATE_VMSA page=1 -> INVALID_GUEST_STATE",
                "LAUNCH_MEASURE -> INVALID_GUEST_STATE",
                "ATTESTATION -> SUCCESS")).isEqualTo(Long.toHexString(digest));
    }

    @Test
    void isZeroForAGuestThatWasReceived() {
        assertThat(answer("RECEIVE_START -> SUCCESS", "RECEIVE_FINISH -> SUCCESS",
                "ATTESTATION -> SUCCESS")).isEqualTo("0");
    }

    @Test
    void tellsHowLongItIsWhereTheBufferIsTooShort() {
        assertThat(answer("LAUNCH_MEASURE flaw=length -> INVALID_LENGTH")).isEqualTo("30");
        assertThat(answer("LAUNCH_MEASURE -> SUCCESS",
                "ATTESTATION flaw=length -> INVALID_LENGTH")).isEqualTo("d0");
    }

    @Test
    void hasAFreshNonceEachTime() {
        Firmware firmware = after("LAUNCH_MEASURE -> SUCCESS",
                "LAUNCH_START policy-es=true -> SUCCESS", "LAUNCH_MEASURE -> SUCCESS");
        LegacyGuest first = firmware.guests.get(0);
        LegacyGuest second = firmware.guests.get(1);
        assertThat(first.digest.get()).isEqualTo(second.digest.get());
        assertThat(first.measurement.get()).isNotEqualTo(second.measurement.get());
    }

    @Test
    void bindsSecretsAndIsForgottenAtTheEndOfTheLaunch() {
        Firmware firmware = after("LAUNCH_MEASURE -> SUCCESS", "seal-secret",
                "LAUNCH_SECRET page=2 -> SUCCESS", "LAUNCH_SECRET page=3 -> SUCCESS",
                "LAUNCH_FINISH -> SUCCESS", "LAUNCH_SECRET page=1 -> INVALID_GUEST_STATE");
        LegacyGuest guest = firmware.guests.get(0);
        for (int page = 2; page <= 3; page++) {
            assertThat(firmware.pages.get(page).content.get()).isEqualTo(Page.SECRET);
            assertThat(firmware.pages.get(page).cipher.get()).isEqualTo(guest.key.get());
        }
        assertThat(firmware.pages.get(1).cipher.get()).isZero();
        assertThat(guest.measurement.get()).isZero();
        assertThat(guest.channelKey.get()).isZero();
    }

    @Test
    void letsNoMirrorInjectAProcessorBehindIt() {
        String either = "SUCCESS|INVALID_GUEST_STATE|INACTIVE|INVALID_PLATFORM_STATE";
        List<String> owner = new ArrayList<>(STARTED);
        owner.addAll(List.of("LAUNCH_UPDATE_VMSA page=0 -> SUCCESS", "LAUNCH_MEASURE -> SUCCESS",
                "LAUNCH_FINISH -> SUCCESS"));
        ExplorationResult result = new Exploration(new Hosts(FOUR_PAGES)
                .thread(owner.toArray(String[]::new))
                .thread("LAUNCH_UPDATE_VMSA handle=1 page=1 -> " + either).model()).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.isExhaustive()).isTrue();
        assertThat(processorsWhereOneCameBehind("LAUNCH_MEASURE -> SUCCESS")).isEqualTo(1);
        assertThat(processorsWhereOneCameBehind("GUEST_STATUS -> SUCCESS")).isEqualTo(2);
    }

    private static int processorsWhereOneCameBehind(String last) {
        return after("LAUNCH_UPDATE_VMSA page=0 -> SUCCESS", last, "LAUNCH_UPDATE_VMSA page=1")
                .guests.get(0).vmsas.get();
    }

    private static long digest(String... lines) {
        return after(lines).guests.get(0).digest.get();
    }

    private static Firmware after(String... lines) {
        return run(lines).firmware();
    }

    private static String answer(String... lines) {
        PspMachine machine = run(lines);
        return machine.model().layout().find("host0.answer").orElseThrow()
                .renderIn(machine.model().frame().snapshot()).replace("0x", "");
    }

    private static PspMachine run(String... lines) {
        List<String> all = new ArrayList<>(STARTED);
        all.addAll(List.of(lines));
        PspMachine machine = new Hosts(FOUR_PAGES).thread(all.toArray(String[]::new)).machine();
        var result = new Run(machine.model(), new InOrder()).atMost(2000).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
        return machine;
    }
}
