package org.exitrace.scenarios.file;

import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelFactory;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.machine.MachineKind;

/**
 * A machine, and the designs that are compared on it.
 *
 * @param name as the catalogue knows it, such as {@code ap-boot/lost-wake-up}
 * @param title what happens, in one line
 * @param about the story in some sentences
 * @param sources where the behaviour was read
 * @param kind what kind of machine it is
 * @param designs at least one, in the order of the file; the first is the usual one
 * @param profile the name of the timing profile; empty where none is named
 * @param reach ids of properties that must be reached in every design that is explored
 * @param folder where the file and its recorded schedules lie
 * @param place the file
 */
public record Scenario(
        String name, String title, String about, List<String> sources, MachineKind kind,
        List<ScenarioDesign> designs, String profile, List<String> reach,
        Folder folder, Place place) {

    /** Copies the lists. */
    public Scenario {
        sources = List.copyOf(sources);
        designs = List.copyOf(designs);
        reach = List.copyOf(reach);
    }

    /** The design that is used unless another is named. */
    public ScenarioDesign usualDesign() {
        return designs.get(0);
    }

    /** The design of that name. */
    public Optional<ScenarioDesign> design(String designName) {
        return designs.stream().filter(design -> design.name().equals(designName)).findFirst();
    }

    /** The switches of its designs' machines, each once. */
    public List<Switch<?>> switches() {
        return designs.stream().<Switch<?>>flatMap(
                design -> design.switches().switches().stream()).distinct().toList();
    }

    /** The names of all designs in order. */
    public List<String> designNames() {
        return designs.stream().map(ScenarioDesign::name).toList();
    }

    /**
     * The machine in its first state, in {@code design}.
     *
     * @throws UnusableInputException where there is no such machine in such a design
     */
    public Model build(ScenarioDesign design) {
        kind.refuses(design.machine(), design.switches()).ifPresent(why -> {
            throw new UnusableInputException(why);
        });
        return kind.build(design.machine(), design.switches());
    }

    /** Makes the machine in {@code design} as often as workers need one. */
    public ModelFactory factory(ScenarioDesign design) {
        return () -> build(design);
    }
}
