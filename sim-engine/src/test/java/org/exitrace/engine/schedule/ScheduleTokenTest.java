package org.exitrace.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.sample.LostWakeUp;
import org.exitrace.engine.sample.Net;
import org.junit.jupiter.api.Test;

class ScheduleTokenTest {

    private static final Map<String, String> GUESTS = Map.of("guests", "4");

    @Property(tries = 150)
    void whatIsWrittenIsReadBack(
            @ForAll long net, @ForAll long seed, @ForAll @IntRange(max = 70) int steps) {
        Trace trace = new Trace();
        new Run(Net.of(net), new RandomChoice(seed)).tell(trace)
                .goOnWhenBroken().atMost(steps).go();
        Schedule schedule = ScheduleRecorder.record(trace, Setting.of("a/net", Map.of()));
        String line = ScheduleToken.encode(schedule, Net.of(net), Map.of());
        ScheduleToken token = ScheduleToken.parse(line);
        assertThat(token.scenario()).isEqualTo("a/net");
        assertThat(token.decode(Net.of(net), Map.of())).isEqualTo(schedule);
    }

    @Test
    void aHundredStepsOfFourActorsFitIntoALine() {
        String line = crowd(100, 3);
        assertThat(line).matches("xt1\\.crowd\\+guests=4\\.[A-Za-z0-9_-]+");
        assertThat(line.length()).isLessThan(120);
        assertThat(ScheduleToken.parse(line).machine()).isEqualTo(GUESTS);
    }

    @Test
    void itsFormIsTheSameForEver() {
        assertThat(crowd(12, 1)).isEqualTo("xt1.crowd+guests=4.A-MIe0JkGsyEUkc");
    }

    @Test
    void onlyWhatIsNotUsualInTheDesignGoesIn() {
        Trace trace = new Trace();
        new Run(LostWakeUp.repaired(), new RandomChoice(1)).tell(trace).go();
        Schedule schedule = ScheduleRecorder.record(trace, new Setting("ap-boot/lost wake+up",
                Map.of(), LostWakeUp.repaired().design().labels(), "", 0));
        String line = ScheduleToken.encode(schedule, LostWakeUp.repaired(), Map.of());
        assertThat(line).startsWith("xt1.ap-boot/lost%20wake%2Bup@repair=atomic.");
        ScheduleToken token = ScheduleToken.parse("  " + line + "\n");
        assertThat(token.scenario()).isEqualTo("ap-boot/lost wake+up");
        assertThat(token.design()).isEqualTo(Map.of("repair", "atomic"));
        assertThat(token.machine()).isEmpty();
        assertThat(token.decode(LostWakeUp.repaired(), Map.of()).steps())
                .isEqualTo(schedule.steps());
    }

    @Test
    void eachDamagedCharacterIsNoticed() {
        String line = crowd(30, 2);
        for (int place = 4; place < line.length(); place++) {
            char other = line.charAt(place) == 'A' ? 'B' : 'A';
            String damaged = line.substring(0, place) + other + line.substring(place + 1);
            assertThatThrownBy(() -> ScheduleToken.parse(damaged))
                    .isInstanceOf(ScheduleException.class).hasMessageContaining("copy the whole");
        }
        for (int length = 0; length < line.length(); length++) {
            String cut = line.substring(0, length);
            assertThatThrownBy(() -> ScheduleToken.parse(cut))
                    .isInstanceOf(ScheduleException.class);
        }
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertThatThrownBy(() -> ScheduleToken.parse("xt2.crowd.AAAA"))
                .hasMessageContaining("of another version than xt1");
        assertThatThrownBy(() -> ScheduleToken.parse("hello"))
                .hasMessageContaining("a token begins with xt1.");
        assertThatThrownBy(() -> ScheduleToken.parse("xt1.crowd")).hasMessageContaining("damaged");
        assertThatThrownBy(() -> ScheduleToken.parse("xt1.cr owd.AAAA"))
                .hasMessageContaining("without blanks");
        assertThat(ScheduleToken.isToken("xt1.crowd.AAAA")).isTrue();
        assertThat(ScheduleToken.isToken("ap-boot/lost-wake-up")).isFalse();
    }

    @Test
    void anotherModelIsNoticed() {
        for (long seed = 1; seed < 20; seed++) {
            ScheduleToken token = ScheduleToken.parse(crowd(40, seed));
            assertThatThrownBy(() -> token.decode(Crowd.of(3), Map.of()))
                    .isInstanceOf(ScheduleException.class)
                    .hasMessageContaining("belongs to another version");
            assertThatThrownBy(() -> token.decode(LostWakeUp.broken(), Map.of()))
                    .isInstanceOf(ScheduleException.class)
                    .hasMessageContaining("belongs to another version");
        }
    }

    @Test
    void aScheduleThatDoesNotFitTheModelIsNotWritten() {
        Schedule schedule = Schedule.ofNames(
                Setting.of("crowd", Map.of()), List.of("guest9 visit: strolls"));
        assertThatThrownBy(() -> ScheduleToken.encode(schedule, Crowd.of(2), Map.of()))
                .hasMessageContaining("does not fit the model: step 1, 'guest9 visit: strolls'");
    }

    /** Its token would be read to the end of nothing. */
    @Test
    void aScheduleThatGoesOnBehindRestIsNotWritten() {
        Trace trace = new Trace();
        RunResult rested = new Run(LostWakeUp.repaired(), new RandomChoice(1)).tell(trace).go();
        assertThat(rested.end()).isEqualTo(RunEnd.AT_REST);
        List<String> names = new ArrayList<>(trace.names());
        names.add("nobody: nothing");
        Schedule schedule = Schedule.ofNames(Setting.of("lost", Map.of()), names);
        assertThatThrownBy(() -> ScheduleToken.encode(schedule, LostWakeUp.repaired(), Map.of()))
                .isInstanceOf(ScheduleException.class).hasMessageContaining("does not fit the model"
                        + ": step " + names.size() + ", 'nobody: nothing'");
    }

    private static String crowd(int steps, long seed) {
        Trace trace = new Trace();
        new Run(Crowd.of(4), new RandomChoice(seed)).tell(trace)
                .goOnWhenBroken().atMost(steps).go();
        Schedule schedule = ScheduleRecorder.record(trace, Setting.of("crowd", Map.of()));
        return ScheduleToken.encode(schedule, Crowd.of(4), GUESTS);
    }
}
