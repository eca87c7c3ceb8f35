package org.exitrace.ghcb.script;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.GuestSoftware;
import org.exitrace.ghcb.guest.ResetHold;

/**
 * Guest CPUs that do what scripts say; a CPU without one runs code that never leaves the guest. An
 * AP that begins parked does what its script says once it is released, as {@link ResetHold} has it.
 *
 * @param apsStart in what state the APs begin
 * @param scripts by the number of the CPU
 */
public record ScriptedGuests(ApStart apsStart, Map<Integer, Script<ScriptedGuest>> scripts)
        implements GuestSoftware {

    @Override
    public void boot(ModelBuilder model, List<Actor> actors, List<GuestCpu> cpus) {
        SharedWords words = new SharedWords(model.region("memory"));
        Routine<GuestCpu> parked = new ResetHold(model.design()).parked();
        scripts.forEach((number, script) -> {
            ScriptedGuest guest = new ScriptedGuest(cpus.get(number), words);
            boolean holds = apsStart == ApStart.PARKED && number > 0;
            script.on(GuestOperations.all(cpus.size() - 1))
                    .runBy(model, actors.get(number), guest, Routine.named("script", "",
                            text -> text.given(holds, held -> held.call(one -> one.cpu, parked))))
                    .program().onlyWhile(scripted -> scripted.cpu.running.isSet());
        });
    }
}
