package org.exitrace.scenarios.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.SearchOrder;
import org.exitrace.engine.script.Arguments;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSpec;
import org.exitrace.scenarios.machine.MachineSwitches;

/** Reads the designs of a scenario, and the machine of each. */
public final class DesignsReader {

    /** Told where a kind of machine refuses parameters, or such a machine a design. */
    @FunctionalInterface
    public interface Refusals {

        /** {@code design}, whose machine stands at {@code place}, cannot be built. */
        void refused(String design, Place place, String sentence);
    }

    private final Node.Mapping file;
    private final MachineKind kind;
    private final Problems problems;
    private final Refusals refusals;

    DesignsReader(Node.Mapping file, MachineKind kind, Problems problems) {
        this(file, kind, problems,
                (design, place, sentence) -> problems.add(place, sentence));
    }

    /** The designs of {@code file}, a scenario; those that are refused are told and left out. */
    public DesignsReader(
            Node.Mapping file, MachineKind kind, Problems problems, Refusals refusals) {
        this.file = file;
        this.kind = kind;
        this.problems = problems;
        this.refusals = refusals;
    }

    /** All designs in the order of the file; what is wrong with one is told. */
    public List<ScenarioDesign> read() {
        Node.Mapping fixed = Reading.mapping(file.get("switches"));
        List<ScenarioDesign> designs = new ArrayList<>();
        Reading.mapping(file.get("designs")).entries().forEach((name, entry) -> {
            Node.Mapping text = Reading.mapping(entry.value());
            refuseUntried(name, text);
            refuseUntimed(name, Reading.mapping(text.get("runs")));
            parameters(text).ifPresent(parameters -> {
                Design design = new SwitchesReader(new MachineSwitches(kind, parameters), problems)
                        .read(fixed, Reading.mapping(text.get("switches")));
                machine(name, text, parameters, entry.keyPlace())
                        .filter(machine -> fits(name, machine, design, entry.keyPlace()))
                        .ifPresent(machine -> designs.add(design(name, entry, design, machine)));
            });
        });
        return designs;
    }

    private static ScenarioDesign design(
            String name, Node.Entry entry, Design switches, MachineSpec machine) {
        Node.Mapping text = Reading.mapping(entry.value());
        return new ScenarioDesign(name, entry.keyPlace().line(), Reading.text(text.get("title")),
                switches, machine, expectation(text.get("expect")),
                Reading.text(text.get("replay")), exploration(text.get("explore")),
                runs(text.get("runs")));
    }

    private Optional<Arguments> parameters(Node.Mapping design) {
        Node.Mapping common = Reading.mapping(file.get("machine"));
        Map<String, Node.Entry> merged = new LinkedHashMap<>(common.entries());
        merged.putAll(Reading.mapping(design.get("machine")).entries());
        Node.Mapping both = new Node.Mapping(common.place(), merged);
        return new ArgumentsReader(
                kind.parameters(), "machine '" + kind.name() + "'", "parameter")
                .read(Reading.values(both, List.of("kind")), both, problems);
    }

    private Optional<MachineSpec> machine(
            String name, Node.Mapping design, Arguments parameters, Place designPlace) {
        Node.Mapping programs = Reading.mapping(file.get("programs"));
        MachineSpec machine = new MachineSpec(
                parameters, new ProgramsReader(problems, kind, parameters).read(programs));
        Optional<String> refusal = kind.refuses(machine);
        boolean isOwn = !Reading.mapping(design.get("machine")).keys().isEmpty();
        refusal.ifPresent(sentence -> refusals.refused(name, isOwn ? designPlace
                : placeOfCall(machine, Reading.mapping(file.get("machine")).place()), sentence));
        return refusal.isPresent() ? Optional.empty() : Optional.of(machine);
    }

    /** Where the call stands that does not fit to {@code machine}, or else {@code common}. */
    private Place placeOfCall(MachineSpec machine, Place common) {
        OptionalInt line = kind.refusedLine(machine);
        return line.isPresent() ? new Place(common.file(), line.getAsInt(), 0) : common;
    }

    private boolean fits(
            String name, MachineSpec machine, Design design, Place designPlace) {
        Optional<String> refusal = kind.refuses(machine, design);
        refusal.ifPresent(sentence -> refusals.refused(name, designPlace, sentence));
        return refusal.isEmpty();
    }

    /** What is expected and never tried would pass for ever. */
    private void refuseUntried(String name, Node.Mapping design) {
        if (design.get("expect") != null && design.get("replay") == null
                && design.get("runs") == null && isFalse(design.get("explore"))) {
            problems.add(design.placeOf("expect"), "design '" + name + "' expects something and"
                    + " says neither 'replay', 'explore' nor 'runs'; add one of them");
        }
    }

    /** What is neither true nor false is told by the schema. */
    private static boolean isFalse(Node explore) {
        return explore == null || Reading.text(explore).equalsIgnoreCase("false");
    }

    /** Runs in virtual time have to know what steps cost. */
    private void refuseUntimed(String name, Node.Mapping runs) {
        if (Reading.text(runs.get("strategy")).equals(RunsPlan.Strategy.TIMED.toString())
                && file.get("profile") == null) {
            problems.add(runs.get("strategy").place(), "design '" + name + "' makes timed runs,"
                    + " and the scenario names no timing profile; add 'profile', or take another"
                    + " strategy");
        }
    }

    private static Optional<RunsPlan> runs(Node runs) {
        if (!(runs instanceof Node.Mapping plan)) {
            return Optional.empty();
        }
        RunsPlan usual = RunsPlan.usual(
                RunsPlan.Strategy.named(Reading.text(plan.get("strategy"))));
        return Optional.of(new RunsPlan(usual.strategy(),
                Reading.number(plan.get("seed"), usual.seed()),
                count(plan.get("count"), usual.count()),
                count(plan.get("steps"), usual.steps())));
    }

    private static int count(Node written, int usual) {
        return (int) Math.min(Integer.MAX_VALUE, Reading.number(written, usual));
    }

    private static Expectation expectation(Node expect) {
        if (expect instanceof Node.Mapping mapping) {
            Node broken = mapping.get("broken");
            return Expectation.broken(broken instanceof Node.Sequence list
                    ? list.items().stream().map(Reading::text).toList()
                    : List.of(Reading.text(broken)));
        }
        return expect == null ? Expectation.NONE : Expectation.VERIFIED;
    }

    private static Optional<ExplorationPlan> exploration(Node explore) {
        if (explore instanceof Node.Mapping bounds) {
            ExplorationPlan usual = ExplorationPlan.USUAL;
            SearchOrder order = Reading.text(bounds.get("order")).equals("depth-first")
                    ? SearchOrder.DEPTH_FIRST : usual.order();
            return Optional.of(new ExplorationPlan(order,
                    Reading.number(bounds.get("states"), usual.mostStates()),
                    (int) Math.min(Reading.number(bounds.get("depth"), usual.mostDepth()),
                            usual.mostDepth())));
        }
        return Reading.text(explore).equalsIgnoreCase("true")
                ? Optional.of(ExplorationPlan.USUAL) : Optional.empty();
    }
}
