package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.step.Step;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;

/**
 * What scenarios leave untried: a step that never fires, a value of a switch that nobody chooses,
 * a property that nothing breaks. Each would let a mistake pass.
 *
 * <p>A step is known by its kind of machine and its name without the actor's, since actors of one
 * role have the same steps.
 */
public final class Vacuity {

    private final Set<String> steps = new LinkedHashSet<>();
    private final Set<String> fired = new LinkedHashSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Set<String> properties = new LinkedHashSet<>();
    private final Set<String> broken = new LinkedHashSet<>();

    /** Takes note of what a search of {@code design} of {@code scenario} saw. */
    public void see(Scenario scenario, ScenarioDesign design, ExplorationResult result) {
        String kind = scenario.kind().name() + " ";
        for (Switch<?> choice : design.switches().switches()) {
            for (Object value : choice.values()) {
                values.add(kind + choice.name() + "=" + ((SwitchValue) value).label());
            }
        }
        for (Map.Entry<String, String> choice : design.switches().labels().entrySet()) {
            chosen.add(kind + choice.getKey() + "=" + choice.getValue());
        }
        for (Step step : result.steps()) {
            steps.add(kind + step.name());
            if (result.fired().get(step.index()) > 0) {
                fired.add(kind + step.name());
            }
        }
        for (PropertyVerdict verdict : result.properties()) {
            if (canBreak(verdict.property())) {
                properties.add(kind + verdict.property().id());
            }
        }
        result.broken().forEach(verdict -> broken.add(kind + verdict.property().id()));
    }

    /** Takes note of a step that fired in a run of a machine of {@code kind}, such as a table's. */
    public void fired(String kind, Step step) {
        fired.add(kind + " " + step.name());
    }

    /** Steps that fired in no search, as {@code kind step}. */
    public List<String> stepsThatNeverFired() {
        return without(steps, fired);
    }

    /** Values of switches that no design chose, as {@code kind switch=value}. */
    public List<String> valuesThatNobodyChose() {
        return without(values, chosen);
    }

    /** Properties that broke in no search, as {@code kind property}. */
    public List<String> propertiesThatNeverBroke() {
        return without(properties, broken);
    }

    /**
     * A reachable property is broken by not getting there, and that of a script by writing down a
     * wrong result: neither says anything about a design.
     */
    private static boolean canBreak(Property property) {
        return property.kind() != PropertyKind.REACHABLE && !Script.isPropertyOf(property);
    }

    private static List<String> without(Set<String> all, Set<String> seen) {
        List<String> left = new ArrayList<>(all);
        left.removeAll(seen);
        return left;
    }
}
