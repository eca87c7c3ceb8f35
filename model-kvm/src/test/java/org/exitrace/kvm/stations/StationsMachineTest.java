package org.exitrace.kvm.stations;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.engine.time.TimingProfile;
import org.junit.jupiter.api.Test;

class StationsMachineTest {

    private static final Design USUAL = Design.usual(StationsMachine.SWITCHES);

    @Test
    void guestsQueueForTheMailboxPageByPage() {
        Design severifast = USUAL.with("vmm", "severifast");
        long alone = endNs(StationsMachine.of(Story.LAUNCH, 1, 8, 10, severifast));
        long together = endNs(StationsMachine.of(Story.LAUNCH, 5, 8, 10, severifast));

        assertThat(alone).isEqualTo(1_000 + 7 + 10 * 100 + 50);
        assertThat(together).isEqualTo(1_000 + 5 * (7 + 10 * 100) + 50);
    }

    @Test
    void guestsOfAPlainHostWaitForCoresAlone() {
        Design stock = USUAL.with("vmm", "qemu");

        assertThat(endNs(StationsMachine.of(Story.LAUNCH, 16, 16, 0, stock))).isEqualTo(1_050);
        assertThat(endNs(StationsMachine.of(Story.LAUNCH, 17, 16, 0, stock))).isEqualTo(2_100);
    }

    @Test
    void withoutItsMutexTwoCommandsMeetInTheMailbox() {
        Design open = USUAL.with("mailbox", "open");

        assertThat(run(StationsMachine.of(Story.LAUNCH, 2, 1, 2, USUAL)).broken()).isEmpty();
        assertThat(run(StationsMachine.of(Story.LAUNCH, 2, 1, 2, open)).broken().keySet())
                .extracting(Property::id).containsExactly("one-command");
    }

    @Test
    void aMutexThatNobodyGivesBackHangsAllGuests() {
        assertThat(run(StationsMachine.of(
                Story.LAUNCH, 2, 1, 2, USUAL.with("mailbox", "kept"))).broken().keySet())
                .extracting(Property::id).containsExactly(Property.DEADLOCK);
    }

    @Test
    void processorsThatComeUpTogetherDoTheirPartInTurn() {
        Design parallel = USUAL.with("bring-up", "parallel");

        assertThat(endNs(StationsMachine.of(Story.BRING_UP, 1, 1, 127, USUAL)))
                .isEqualTo(127 * 500);
        assertThat(endNs(StationsMachine.of(Story.BRING_UP, 127, 1, 1, parallel)))
                .isEqualTo(127 * 100);
    }

    @Test
    void aPollingGuestHasTwoExitsLessOnItsWay() {
        assertThat(endNs(StationsMachine.of(Story.PING, 1, 1, 1, USUAL))).isEqualTo(4 * 20);
        assertThat(endNs(StationsMachine.of(
                Story.PING, 1, 1, 1, USUAL.with("idle", "poll")))).isEqualTo(2 * 20);
    }

    private static long endNs(Model model) {
        RunResult result = run(model);
        assertThat(result.isClean()).isTrue();
        return result.endNs();
    }

    private static RunResult run(Model model) {
        TimingProfile profile = TimingProfile.named("round");
        for (String key : StationsMachine.TIMING_KEYS) {
            long ns = switch (key) {
                case "severifast.setup", "qemu.setup" -> 1_000;
                case "severifast.boot", "qemu.boot" -> 50;
                case "psp.launch-call" -> 7;
                case "psp.launch-page", "ap.parallel" -> 100;
                case "ap.serial" -> 500;
                default -> 20;
            };
            profile = profile.with(key, Duration.constant(ns), "made up");
        }
        return new Run(model, new EarliestFirst(profile, 1)).go();
    }
}
