package org.exitrace.engine.schedule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.state.Fingerprint;

/**
 * What a schedule belongs to.
 *
 * @param scenario the scenario's name; a path such as {@code ap-boot/lost-wake-up}
 * @param machine the machine's parameters by name, in order
 * @param design label of each switch's value by the switch's name, in order
 * @param profile the timing profile; empty in untimed runs
 * @param seed the seed that chose the steps; 0 where nothing was drawn
 */
public record Setting(
        String scenario, Map<String, String> machine, Map<String, String> design,
        String profile, long seed) {

    /** Keeps copies, in the order given. */
    public Setting {
        machine = Collections.unmodifiableMap(new LinkedHashMap<>(machine));
        design = Collections.unmodifiableMap(new LinkedHashMap<>(design));
    }

    /** Tells settings of another scenario, machine or design apart, whatever the order of maps. */
    public long fingerprint() {
        return Fingerprint.ofText(
                scenario + "\n" + new TreeMap<>(machine) + "\n" + new TreeMap<>(design));
    }

    /** An untimed setting of that scenario and design, on its only machine. */
    public static Setting of(String scenario, Map<String, String> design) {
        return new Setting(scenario, Map.of(), design, "", 0);
    }
}
