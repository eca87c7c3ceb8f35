package org.exitrace.vtl.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.vtl.guest.GuestCode;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;

/**
 * A machine whose guest is written as lines: {@code get-vsm vtl=0 field=vp-status.ActiveVtl -> 0},
 * with bars between several results of which any is right.
 */
final class ScriptedGuest {

    private final VtlBounds bounds;
    private final Map<String, Script<Vtl>> scripts = new LinkedHashMap<>();
    private int enabledVtls;
    private int startedVps;

    ScriptedGuest(int vps, int vtls) {
        this(new VtlBounds(vps, vtls, 1, VtlParts.NONE, 0));
    }

    ScriptedGuest(VtlBounds bounds) {
        this.bounds = bounds;
        enabledVtls = bounds.vtls();
        startedVps = bounds.vps();
    }

    ScriptedGuest enabled(int vtls) {
        enabledVtls = vtls;
        return this;
    }

    ScriptedGuest started(int vps) {
        startedVps = vps;
        return this;
    }

    ScriptedGuest runs(String actor, String... lines) {
        scripts.put(actor, script(bounds, lines));
        return this;
    }

    /** Such lines by themselves, in a machine that has everything. */
    static Script<Vtl> script(String... lines) {
        return script(VtlBounds.LARGEST, lines);
    }

    private static Script<Vtl> script(VtlBounds bounds, String... lines) {
        List<Call<Vtl>> calls = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" -> ");
            List<String> expected =
                    parts.length > 1 ? Arrays.asList(parts[1].split("\\|")) : List.of();
            calls.add(call(bounds, parts[0].split(" "), expected, calls.size() + 1));
        }
        return new Script<>(calls);
    }

    private static Call<Vtl> call(
            VtlBounds bounds, String[] words, List<String> expected, int line) {
        Operation<Vtl> operation = GuestCode.all(bounds, any -> 0, any -> {
            throw new AssertionError("a script is read, not run");
        }, any -> {
            throw new AssertionError("a script is read, not run");
        }).stream().filter(known -> known.name().equals(words[0])).findFirst().orElseThrow();
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=");
            given.put(pair[0], pair[1]);
        }
        return new Call<>(operation, Arguments.of(operation.parameters(), given), expected, line);
    }

    /** All that can happen under a design that differs from the usual one by {@code changes}. */
    ExplorationResult explore(String... changes) {
        return new Exploration(machine(changes)).checked().go();
    }

    /** The same machine, for other ways to go through it. */
    Model machine(String... changes) {
        Design design = Design.usual(VtlMachine.SWITCHES);
        for (String change : changes) {
            String[] pair = change.split("=");
            design = design.with(pair[0], pair[1]);
        }
        return VtlMachine.of(new VtlShape(bounds, enabledVtls, startedVps, scripts), design);
    }
}
