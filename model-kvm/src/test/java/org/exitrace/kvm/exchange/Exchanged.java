package org.exitrace.kvm.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.script.ScriptLines;
import org.exitrace.ghcb.programs.GuestPrograms;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** A machine whose guest and host speak through GHCB pages, written in a few words. */
final class Exchanged {

    private final Arguments arguments;
    private final Map<Integer, Script<GhcbGuest>> scripts = new TreeMap<>();
    private Design design = ExchangeMachine.usualDesign();

    /** A machine as {@code vcpus=1 snp=true pages=2 buffer-words=3}. */
    Exchanged(String machine) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : machine.split(" ")) {
            values.put(word.split("=")[0], word.split("=")[1]);
        }
        arguments = Arguments.of(ExchangeParameters.all(), values);
    }

    /** Of that design, each as {@code kernel=p-6.17}. */
    Exchanged with(String... switches) {
        for (String one : switches) {
            design = design.with(one.split("=")[0], one.split("=")[1]);
        }
        return this;
    }

    /** The next virtual CPU does that. */
    Exchanged does(String... lines) {
        scripts.put(scripts.size(), ScriptLines.script(GuestPrograms.all(
                ExchangeParameters.bounds(arguments), design), lines));
        return this;
    }

    Model model() {
        return ExchangeMachine.of(ExchangeParameters.shape(arguments, scripts), design);
    }

    /** The state at rest of the run in which the first that can step does. */
    Map<String, String> rest() {
        Model model = model();
        new Run(model, new InOrder()).withoutProperties().atMost(10_000).go();
        long[] words = model.frame().snapshot();
        Map<String, String> cells = new LinkedHashMap<>();
        model.layout().cells().forEach(
                cell -> cells.put(cell.name(), cell.renderIn(words)));
        return cells;
    }

    ExplorationResult explore() {
        return new Exploration(model()).checked().go();
    }
}
