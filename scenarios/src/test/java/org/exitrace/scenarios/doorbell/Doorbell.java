package org.exitrace.scenarios.doorbell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.step.Actor;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.ScriptedRole;

/** A machine for tests: sleepers who wait for a bell, and a ringer who can be scripted. */
public final class Doorbell implements MachineKind {

    /** Whether a sleeper looks again while it falls asleep. */
    public static final Switch<FallingAsleep> FALLING_ASLEEP = new Switch<>(
            "falling-asleep", "Does a sleeper look again?", FallingAsleep.class,
            FallingAsleep.BLINDLY);

    private static final ScriptedRole<Ringer> RINGER = new ScriptedRole<>(
            "ringer", "Rings.", List.of(ring(), count(), hush()));

    @Override
    public String name() {
        return "doorbell";
    }

    @Override
    public String meaning() {
        return "Sleepers who wait for a bell.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.number("sleepers", 1, 3, "how many sleep").usually(1),
                Parameter.word("bell", List.of("brass", "steel"), "the metal").usually("brass"));
    }

    @Override
    public List<Switch<?>> switches(Arguments parameters) {
        return List.of(FALLING_ASLEEP);
    }

    @Override
    public List<String> timingKeys() {
        return List.of("look", "ring", "walk");
    }

    @Override
    public List<ScriptedRole<?>> roles() {
        return List.of(RINGER);
    }

    @Override
    public Map<String, ScriptedRole<?>> scriptableActors(Arguments parameters) {
        Map<String, ScriptedRole<?>> actors = new LinkedHashMap<>();
        actors.put("ringer", RINGER);
        return actors;
    }

    @Override
    public Optional<String> refuses(MachineSpec spec) {
        return spec.number("sleepers") == 3 && spec.word("bell").equals("steel")
                ? Optional.of("a steel bell wakes at most 2 sleepers; take a brass one")
                : Optional.empty();
    }

    @Override
    public Optional<String> refuses(MachineSpec spec, Design design) {
        return spec.number("sleepers") == 2 && spec.word("bell").equals("steel")
                && design.get(FALLING_ASLEEP) == FallingAsleep.LOOKING_AGAIN
                ? Optional.of("nobody looks at a steel bell again; take a brass one, or"
                        + " 'falling-asleep: blindly'")
                : Optional.empty();
    }

    @Override
    public List<MachineSpec> smallerMachines(MachineSpec spec) {
        int sleepers = spec.number("sleepers");
        return sleepers == 1 ? List.of() : List.of(spec.with("sleepers", sleepers - 1));
    }

    @Override
    public Model build(MachineSpec spec, Design design) {
        ModelBuilder model = new ModelBuilder("doorbell", design);
        Bell bell = new Bell(model.region("bell"));
        Ringer ringer = new Ringer(model.region("ringer"), bell);
        Actor ringing = model.actor("ringer");
        Optional<Script<Ringer>> script = spec.script("ringer", RINGER);
        List<Sleeper> sleepers = new ArrayList<>();
        for (int i = 0; i < spec.number("sleepers"); i++) {
            Sleeper sleeper = new Sleeper(model.region("sleeper[" + i + "]"), bell);
            sleepers.add(sleeper);
            model.program(model.actor("sleeper" + i), sleeper, sleeper.at,
                    sleep(design.get(FALLING_ASLEEP)));
        }
        ringer.sleepers.addAll(sleepers);
        if (script.isPresent()) {
            script.get().runBy(model, ringing, ringer);
        } else {
            model.program(ringing, ringer, ringer.at(), ring(1));
        }
        model.reachable("everyone-woke", "all sleepers woke", () -> sleepers.stream()
                .allMatch(sleeper -> sleeper.awake.isSet()));
        model.always("rings-are-counted", "the bell counts", () -> true);
        return model.build();
    }

    private static Routine<Sleeper> sleep(FallingAsleep how) {
        return Routine.named("sleep", "made up", text -> text
                .test("look", sleeper -> sleeper.bell.rung.isSet(),
                        rung -> rung.done(sleeper -> sleeper.awake.raise())).costs("look")
                .step("lie down", sleeper -> {
                    if (how == FallingAsleep.BLINDLY || sleeper.bell.rung.isClear()) {
                        sleeper.asleep.raise();
                    }
                }).costs("look")
                .await("wake", sleeper -> sleeper.asleep.isClear(),
                        sleeper -> sleeper.awake.raise()).costs("look"));
    }

    private static Routine<Ringer> ring(int times) {
        return Routine.named("ring", "made up", text -> {
            for (int i = 0; i < times; i++) {
                text.step("strike", ringer -> ringer.bell.rung.raise()).costs("ring")
                        .after("walk")
                        .step("shake", Ringer::shake).costs("ring");
            }
            text.local(ringer -> ringer.result.become("0"));
        });
    }

    private static Operation<Ringer> ring() {
        return Operation.<Ringer>named("ring", "Rings the bell.", ringer -> ringer.result)
                .from("made up").takes(Parameter.number("times", 1, 3, "how often").usually(1))
                .gives("0").does(arguments -> ring(arguments.number("times")));
    }

    private static Operation<Ringer> count() {
        return Operation.<Ringer>named("count", "Looks at the bell.", ringer -> ringer.result)
                .from("made up").gives("bell SILENT", "bell RUNG", "EIO")
                .does(Routine.named("count", "made up", text -> text.test("look",
                        ringer -> ringer.bell.rung.isSet(),
                        rung -> rung.done(ringer -> ringer.result.become("bell RUNG")),
                        silent -> silent.done(ringer -> ringer.result.become("bell SILENT")))));
    }

    private static Operation<Ringer> hush() {
        return Operation.<Ringer>named("hush", "Waits for silence.", ringer -> ringer.result)
                .from("made up").gives("0")
                .does(Routine.named("hush", "made up", text -> text
                        .await("silence", ringer -> ringer.bell.rung.isClear(),
                                ringer -> ringer.result.become("0")).mayRest()));
    }
}
