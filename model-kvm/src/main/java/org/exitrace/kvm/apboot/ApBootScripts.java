package org.exitrace.kvm.apboot;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.script.ScriptedGuest;
import org.exitrace.kvm.script.ScriptedThread;

/**
 * What scripted actors do.
 *
 * @param guests scripts of guest CPUs by number; only the scripted story has any
 * @param threads scripts of VMM threads by the number of their vCPU
 */
public record ApBootScripts(
        Map<Integer, Script<ScriptedGuest>> guests, Map<Integer, Script<ScriptedThread>> threads) {

    /** Nobody is scripted. */
    public static final ApBootScripts NONE = new ApBootScripts(new TreeMap<>(), new TreeMap<>());

    /** Copies the maps, in the order of the numbers. */
    public ApBootScripts {
        guests = Collections.unmodifiableMap(new TreeMap<>(guests));
        threads = Collections.unmodifiableMap(new TreeMap<>(threads));
    }
}
