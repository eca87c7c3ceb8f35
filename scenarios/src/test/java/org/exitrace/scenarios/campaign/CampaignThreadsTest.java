package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.engine.time.UnknownCostException;
import org.exitrace.scenarios.file.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A timing campaign shows the same, however many threads make it. */
class CampaignThreadsTest {

    private static final TimingProfile HOUSE = TimingProfile.named("house")
            .with("look", Duration.uniform(1, 20), "made up")
            .with("ring", Duration.constant(5), "made up")
            .with("walk", Duration.constant(3), "made up");
    private static final TimingProfile TIMELESS = TimingProfile.named("timeless")
            .with("look", Duration.uniform(0, 1), "made up")
            .with("ring", Duration.constant(0), "made up")
            .with("walk", Duration.uniform(0, 30), "made up");

    private final Scenario scenario = Doorbells.scenario();

    @Property(tries = 40)
    void showsTheSameInAnyNumberOfThreads(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 500) int runs,
            @ForAll @IntRange(min = 2, max = 5) int threads) {
        assertThat(told(campaign(HOUSE).seed(seed).runs(runs).threads(threads).go()))
                .isEqualTo(told(campaign(HOUSE).seed(seed).runs(runs).threads(1).go()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void namesTheSameStandstillInAnyNumberOfThreads(int threads) {
        TimingSamples one = campaign(TIMELESS).atMost(2).threads(1).go();

        assertThat(one.standstill()).startsWith("time stands still at ");
        assertThat(told(campaign(TIMELESS).atMost(2).threads(threads).go())).isEqualTo(told(one));
    }

    @Property(tries = 40)
    void countsTheRunsInFrontOfTheFirstMissingOneWhenItIsInterrupted(@ForAll long seed,
            @ForAll @IntRange(max = 900) int reports,
            @ForAll @IntRange(min = 1, max = 5) int threads) {
        AtomicInteger left = new AtomicInteger(reports);

        TimingSamples cut = campaign(HOUSE).seed(seed).runs(Integer.MAX_VALUE).threads(threads)
                .tell(progress -> left.decrementAndGet()).until(() -> left.get() <= 0).go();

        assertThat(cut.interrupted()).isTrue();
        assertThat(told(cut)).isEqualTo(
                told(campaign(HOUSE).seed(seed).runs(cut.runs()).threads(1).go()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void refusesAProfileThatLacksACost(int threads) {
        TimingProfile poor = TimingProfile.named("poor")
                .with("look", Duration.constant(1), "made up");

        assertThatThrownBy(() -> campaign(poor).threads(threads).go())
                .isInstanceOf(UnknownCostException.class)
                .hasMessageContaining("'ring'").hasMessageContaining("ringer");
    }

    @Test
    void tellsItsListenerInOneThreadAtATimeAndNeverLess() {
        AtomicInteger inside = new AtomicInteger();
        AtomicLong told = new AtomicLong();

        campaign(HOUSE).runs(2_000).threads(5).tell(progress -> {
            assertThat(inside.incrementAndGet()).isEqualTo(1);
            assertThat(progress.runs()).isBetween(told.get(), 2_000L);
            told.set(progress.runs());
            inside.decrementAndGet();
        }).go();

        assertThat(told).hasPositiveValue();
    }

    private TimingCampaign campaign(TimingProfile profile) {
        return new TimingCampaign(scenario, scenario.usualDesign(), profile);
    }

    /** Everything but whether it was interrupted, the order of names included. */
    private static String told(TimingSamples samples) {
        Map<String, String> broken = new LinkedHashMap<>();
        samples.firstBrokenNs().forEach((id, ns) -> broken.put(
                id, Arrays.toString(ns) + Arrays.toString(samples.brokenRuns().get(id))));
        return Arrays.toString(samples.endNs()) + Arrays.toString(samples.steps()) + broken
                + samples.ends() + samples.actors()
                + samples.standstill();
    }
}
