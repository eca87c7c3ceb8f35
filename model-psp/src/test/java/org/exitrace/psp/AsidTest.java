package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.ActivationState;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GuestState;
import org.junit.jupiter.api.Test;

class AsidTest {

    private static final FirmwareBounds TWO_CCXS = new FirmwareBounds(2, 1, 2, 2, 1, 0);
    private static final FirmwareBounds TWO_CORES = new FirmwareBounds(2, 2, 2, 2, 1, 0);

    @Test
    void isCleanedWhereCoresAreDoneThoughTheFlushFails() {
        Firmware firmware = flushedWith(TWO_CCXS, 1, 0);
        assertThat(firmware.asid(1).in.get(0).get()).isEqualTo(AsidUse.CLEAN);
        assertThat(firmware.asid(1).in.get(1).get()).isEqualTo(AsidUse.DIRTY);
    }

    @Test
    void isCleanedInACoreComplexOfWhichOnlyAnEarlierCoreIsDone() {
        Firmware firmware = flushedWith(TWO_CORES, 0b01, 0b10);
        assertThat(firmware.asid(1).in.get(0).get()).isEqualTo(AsidUse.CLEAN);
        assertThat(firmware.asid(1).in.get(1).get()).isEqualTo(AsidUse.DIRTY);
    }

    @Test
    void isUsedOnlyWhereItWasActivated() {
        Firmware firmware = after("LAUNCH_START", "ACTIVATE_EX asid=1 ccxs=1", "LAUNCH_MEASURE",
                "LAUNCH_FINISH", "ACTIVATE_EX asid=1 ccxs=1");
        assertThat(firmware.asid(1).in.get(0).get()).isEqualTo(AsidUse.CLEAN);
        assertThat(firmware.asid(1).in.get(1).get()).isEqualTo(AsidUse.IN_USE);
        assertThat(firmware.ccxs.get(0).asidValid.has(1)).isFalse();
        assertThat(firmware.ccxs.get(1).asidValid.has(1)).isTrue();
    }

    @Test
    void getsMoreCoreComplexesAtOnceWhileItsGuestRuns() {
        Firmware firmware = after("LAUNCH_START", "ACTIVATE_EX asid=1 ccxs=1", "LAUNCH_MEASURE",
                "LAUNCH_FINISH", "ACTIVATE_EX asid=1 ccxs=0");
        assertThat(firmware.asid(1).isEverywhere(AsidUse.IN_USE)).isTrue();
        assertThat(firmware.ccxs.get(0).asidValid.has(1)).isTrue();
    }

    @Test
    void owesAWbinvdOnlyWhereItWasUsed() {
        Firmware firmware = after("LAUNCH_START", "ACTIVATE_EX asid=1 ccxs=1", "LAUNCH_MEASURE",
                "LAUNCH_FINISH", "DEACTIVATE");
        assertThat(firmware.ccxs.get(0).wbinvdDone.isEmpty()).isFalse();
        assertThat(firmware.ccxs.get(1).wbinvdDone.isEmpty()).isTrue();
        assertThat(firmware.asid(1).in.get(0).get()).isEqualTo(AsidUse.CLEAN);
        assertThat(firmware.asid(1).in.get(1).get()).isEqualTo(AsidUse.DIRTY);
    }

    @Test
    void isPendingUntilTheLaunchIsFinished() {
        Firmware pending = after("LAUNCH_START", "ACTIVATE asid=1", "LAUNCH_MEASURE");
        assertThat(activation(pending)).isEqualTo(ActivationState.PENDING);
        assertThat(pending.ccxs.get(0).asidValid.isEmpty()).isTrue();
        assertThat(activation(after("LAUNCH_START", "ACTIVATE asid=1", "LAUNCH_MEASURE",
                "LAUNCH_FINISH"))).isEqualTo(ActivationState.ACTIVE);
        assertThat(activation(after("LAUNCH_START", "LAUNCH_MEASURE", "LAUNCH_FINISH")))
                .isEqualTo(ActivationState.INACTIVE);
        assertThat(activation(after("LAUNCH_START", "LAUNCH_MEASURE", "LAUNCH_FINISH",
                "ACTIVATE asid=1"))).isEqualTo(ActivationState.ACTIVE);
    }

    @Test
    void staysValidForAGuestThatWasSent() {
        Firmware firmware = after("LAUNCH_START", "ACTIVATE asid=1", "LAUNCH_MEASURE",
                "LAUNCH_FINISH", "SEND_START", "SEND_FINISH");
        assertThat(firmware.guests.get(0).state.get()).isEqualTo(GuestState.SENT);
        assertThat(firmware.ccxs.get(0).asidValid.has(1)).isTrue();
    }

    @Test
    void keepsItsKeyInTheMemoryControllersWhenItIsLetGo() {
        Firmware firmware = after("LAUNCH_START", "ACTIVATE asid=1", "DEACTIVATE");
        assertThat(firmware.asid(1).key.get()).isEqualTo(firmware.guests.get(0).key.get());
    }

    @Test
    void bringsTheSameKeyWhereAGuestSharesThatOfAnother() {
        Firmware firmware = after("LAUNCH_START", "LAUNCH_START share=1", "ACTIVATE asid=1");
        assertThat(firmware.guests.get(1).asid.get()).isOne();
        assertThat(firmware.asid(1).key.get()).isEqualTo(firmware.guests.get(0).key.get());
        assertThat(firmware.guests.get(1).offlineKey.get())
                .isNotEqualTo(firmware.guests.get(0).offlineKey.get());
    }

    private static ActivationState activation(Firmware firmware) {
        return firmware.activation(firmware.guests.get(0));
    }

    /** DF_FLUSH where these cores of the core complexes have executed WBINVD. */
    private static Firmware flushedWith(FirmwareBounds bounds, int first, int second) {
        FirmwareAlone alone = new FirmwareAlone(bounds).handle(CommandId.INIT, given -> { })
                .does(fw -> {
                    fw.ccxs.get(0).wbinvdDone.become(first);
                    fw.ccxs.get(1).wbinvdDone.become(second);
                }).handle(CommandId.DF_FLUSH, given -> { });
        new Run(alone.model(), new InOrder()).go();
        return alone.firmware();
    }

    private static Firmware after(String... lines) {
        String[] all = new String[lines.length + 3];
        all[0] = "INIT -> SUCCESS";
        all[1] = "wbinvd-on-all-cpus";
        all[2] = "DF_FLUSH -> SUCCESS";
        for (int i = 0; i < lines.length; i++) {
            all[i + 3] = lines[i] + " -> SUCCESS";
        }
        PspMachine machine = new Hosts(TWO_CCXS).thread(all).machine();
        var result = new Run(machine.model(), new InOrder()).atMost(2000).go();
        assertThat(result.broken()).isEmpty();
        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
        return machine.firmware();
    }
}
