package org.exitrace.scenarios.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.engine.run.RandomChoice;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.run.Trace;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.engine.shrink.Shrinker;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import org.exitrace.scenarios.schedule.Recordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shrunk fits into a line for a mail, also where it was found on the biggest machine. */
class ShrunkTokensTest {

    @ParameterizedTest
    @ValueSource(strings = {"ap-boot/lost-wake-up", "ap-boot/lost-wake-up-later-round",
        "ap-boot/lost-wake-up-in-hotplug", "ap-boot/lost-wake-up-at-exit-boot-services",
        "ap-boot/kexec", "ap-boot/spurious-wake"})
    void whatWasFoundOnTheBiggestMachineFitsIntoALine(String name) {
        Scenario scenario = new Library().scenario(name);
        ScenarioDesign usual = scenario.usualDesign();
        ScenarioDesign biggest = usual.on(biggest(usual.machine()), scenario.kind());
        Trace failing = failing(scenario, biggest);
        String property = failing.broken().keySet().iterator().next().id();

        ShrunkFailure shrunk = new Shrinking(scenario, biggest, property).shrink(failing.names());

        assertThat(shrunk.design().machine().number("aps")).isEqualTo(1);
        assertThat(shrunk.design().machine().number("interrupts")).isZero();
        fits(scenario, shrunk.design(), shrunk.schedule());
        List<String> onTheBiggest = new Shrinker(scenario.factory(biggest), property)
                .shrink(failing.names()).steps();
        fits(scenario, biggest, Recordings.ofSteps(scenario, biggest, onTheBiggest));
    }

    @Test
    void switchesAndParametersAreCountedWhereTheirNamesWouldTakeTooMuchRoom() {
        Scenario scenario =
                new Library().scenario("ap-boot/lost-wake-up-at-exit-boot-services");
        ScenarioDesign changed = scenario.usualDesign()
                .on(biggest(scenario.usualDesign().machine()).with("bring-up", "serial"),
                        scenario.kind());
        for (Switch<?> choice : scenario.switches()) {
            changed = changed.with(choice.name(), switch (choice.name()) {
                case "init-sipi-events" -> "exchanged-word";
                default -> ((SwitchValue) choice.values().get(choice.values().size() - 1))
                        .text().label();
            });
        }
        Trace failing = failing(scenario, changed);
        String property = failing.broken().keySet().iterator().next().id();
        List<String> steps = new Shrinker(scenario.factory(changed), property)
                .shrink(failing.names()).steps();

        String token = fits(scenario, changed, Recordings.ofSteps(scenario, changed, steps));

        assertThat(token).startsWith("xt1.ap-boot/lost-wake-up-at-exit-boot-services@0=5,1=2,")
                .contains("+1=4,2=3,3=1,", ",_=");
    }

    private static String fits(Scenario scenario, ScenarioDesign design, Schedule schedule) {
        String token = Recordings.token(scenario, design, schedule);
        assertThat(token.length()).as(token).isLessThanOrEqualTo(200);
        LocatedSchedule read = LocatedSchedule.ofToken(token, name -> scenario);
        assertThat(read.schedule().steps()).isEqualTo(schedule.steps());
        assertThat(read.schedule().setting().design()).isEqualTo(schedule.setting().design());
        assertThat(read.schedule().setting().machine()).isEqualTo(schedule.setting().machine());
        return token;
    }

    private static MachineSpec biggest(MachineSpec machine) {
        return machine.with("aps", 4).with("rounds", 3).with("sipis", 2).with("nmis", 3)
                .with("interrupts", 3).with("init-blocks", 2);
    }

    private static Trace failing(Scenario scenario, ScenarioDesign design) {
        for (long seed = 1; ; seed++) {
            Trace trace = new Trace();
            RunResult result = new Run(scenario.build(design), new RandomChoice(seed))
                    .tell(trace).atMost(20_000).go();
            if (!result.broken().isEmpty()) {
                return trace;
            }
        }
    }
}
