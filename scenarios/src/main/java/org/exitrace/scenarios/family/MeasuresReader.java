package org.exitrace.scenarios.family;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.step.Step;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;

/** Reads what is measured; each name of a step must be that of one in some column. */
final class MeasuresReader {

    private final Node.Mapping file;
    private final FamilyModels models;
    private final Problems problems;

    MeasuresReader(Node.Mapping file, FamilyModels models, Problems problems) {
        this.file = file;
        this.models = models;
        this.problems = problems;
    }

    /** The steps that lead from guest to host or back. */
    Crossings crossings() {
        Node.Mapping text = Reading.mapping(file.get("crossings"));
        List<Step> all = steps(models.scenarios());
        List<String> keys = all.stream().map(Step::costKey)
                .filter(key -> !key.isEmpty()).distinct().toList();
        List<String> costs = new ArrayList<>();
        for (Node item : Reading.items(text.get("costs"))) {
            String key = Reading.text(item);
            costs.add(key);
            if (!all.isEmpty() && !keys.contains(key)) {
                problems.add(item.place(), "no step of a machine here has the cost key '" + key
                        + "'; " + DidYouMean.remedy(key, keys));
            }
        }
        return new Crossings(costs, names(text.get("steps"), models.scenarios()));
    }

    /** What is measured. */
    List<MeasuredOperation> operations() {
        List<MeasuredOperation> operations = new ArrayList<>();
        Reading.mapping(file.get("measured")).entries().forEach((name, entry) -> {
            Node.Mapping text = Reading.mapping(entry.value());
            String scenario = Reading.text(text.get("scenario"));
            List<String> written = List.copyOf(Reading.mapping(file.get("scenarios")).keys());
            if (!scenario.isEmpty() && !written.contains(scenario)) {
                problems.add(text.get("scenario").place(), "this family has no scenario '"
                        + scenario + "'; " + DidYouMean.remedy(scenario, written));
            }
            if ((text.get("begins") == null) != (text.get("ends") == null)) {
                problems.add(entry.keyPlace(), "operation '" + name + "' needs both 'begins' and"
                        + " 'ends', or neither for a whole run");
            }
            operations.add(new MeasuredOperation(name, Reading.text(text.get("title")), scenario,
                    names(text.get("begins"), List.of(scenario)),
                    names(text.get("ends"), List.of(scenario)),
                    Boolean.parseBoolean(Reading.text(text.get("once"))),
                    (int) Reading.number(text.get("runs"), MeasuredOperation.USUAL_RUNS),
                    Reading.number(text.get("seed"), 0)));
        });
        return operations;
    }

    private StepNames names(Node written, List<String> scenarios) {
        List<Node> items = written instanceof Node.Sequence list ? list.items()
                : written == null ? List.of() : List.of(written);
        List<Step> all = steps(scenarios);
        for (Node item : items) {
            StepNames name = new StepNames(List.of(Reading.text(item)));
            if (!all.isEmpty() && all.stream().noneMatch(name::has)) {
                problems.add(item.place(), "no step has the name '" + Reading.text(item) + "'; "
                        + remedy(Reading.text(item), all));
            }
        }
        return new StepNames(items.stream().map(Reading::text).toList());
    }

    private static String remedy(String name, List<Step> all) {
        String remedy = DidYouMean.remedy(
                name, all.stream().map(Step::fullName).distinct().toList());
        return remedy.startsWith("did") ? remedy
                : "take one as ./exitrace replay shows it, behind its actor's name";
    }

    private List<Step> steps(List<String> scenarios) {
        return scenarios.stream().flatMap(name -> models.of(name).stream())
                .flatMap(model -> model.steps().stream()).toList();
    }
}
