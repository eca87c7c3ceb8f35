package org.exitrace.ghcb.script;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.step.Actor;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.guest.GuestSoftware;

/**
 * Guest CPUs that do what scripts say; a CPU without one runs code that never leaves the guest.
 *
 * @param apsStart in what state the APs begin
 * @param scripts by the number of the CPU
 */
public record ScriptedGuests(ApStart apsStart, Map<Integer, Script<ScriptedGuest>> scripts)
        implements GuestSoftware {

    @Override
    public void boot(ModelBuilder model, List<Actor> actors, List<GuestCpu> cpus) {
        SharedWords words = new SharedWords(model.region("memory"));
        scripts.forEach((number, script) -> {
            ScriptedGuest guest = new ScriptedGuest(cpus.get(number), words);
            script.on(GuestOperations.all(cpus.size() - 1))
                    .runBy(model, actors.get(number), guest).program()
                    .onlyWhile(scripted -> scripted.cpu.running.isSet());
        });
    }
}
