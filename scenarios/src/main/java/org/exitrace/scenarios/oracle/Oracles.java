package org.exitrace.scenarios.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.time.EarliestFirst;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.ResourceFolder;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.profile.ProfileReader;

/**
 * Everything that can be predicted. All times of the scenarios are constants, so that one run tells
 * the prediction.
 */
public final class Oracles {

    private static final String FILE = "oracles.tsv";
    private static final int MOST_STEPS = 1_000_000;
    private static final int DIGITS = 12;
    private static final Map<String, Long> NS_OF = Map.of("ns", 1L, "cycles", 1L, "us", 1_000L,
            "ms", 1_000_000L, "s", 1_000_000_000L);
    private static final BigDecimal MILLIONS_A_SECOND = BigDecimal.valueOf(1_000);

    private final Function<String, Scenario> scenarios;
    private final Map<String, Long> endsNs = new LinkedHashMap<>();

    /** Takes scenarios by their names from {@code scenarios}. */
    public Oracles(Function<String, Scenario> scenarios) {
        this.scenarios = scenarios;
    }

    /** All outcomes in the order of the table. */
    public static List<Outcome> all() {
        ResourceFolder folder = new ResourceFolder(
                Oracles.class, Oracles.class.getPackageName().replace('.', '/'));
        return FileText.read(folder, FILE, Limits.HANDWRITTEN.bytes()).text().lines().skip(1)
                .map(Outcome::parse).toList();
    }

    /**
     * The predictions of the oracles of these names; of all for no name.
     *
     * @throws UnusableInputException for a name that none has
     */
    public List<Prediction> predict(List<String> names) {
        Set<String> known = all().stream().map(Outcome::oracle)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new UnusableInputException("there is no oracle '" + name + "'; "
                    + DidYouMean.remedy(name, known));
        });
        return all().stream().filter(outcome -> names.isEmpty()
                || names.contains(outcome.oracle())).map(this::predict).toList();
    }

    private Prediction predict(Outcome outcome) {
        BigDecimal end = end(outcome.scenario(), outcome.design());
        Outcome.Form form = outcome.form();
        BigDecimal other = form.other().isEmpty() ? BigDecimal.ZERO
                : end(outcome.scenario(), form.other());
        return new Prediction(outcome, switch (form.kind()) {
            case END -> inUnit(end, outcome.unit());
            case LESS -> inUnit(end.subtract(other), outcome.unit());
            case SLOPE -> inUnit(by(end.subtract(other), form.factor()), outcome.unit());
            case RATIO -> by(end.multiply(form.factor()), other);
            case RATE -> by(form.factor().multiply(MILLIONS_A_SECOND), end);
        });
    }

    private static BigDecimal inUnit(BigDecimal ns, String unit) {
        return by(ns, BigDecimal.valueOf(NS_OF.get(unit)));
    }

    private static BigDecimal by(BigDecimal number, BigDecimal divisor) {
        return number.divide(divisor, DIGITS, RoundingMode.HALF_UP);
    }

    private BigDecimal end(String scenario, String design) {
        return BigDecimal.valueOf(endsNs.computeIfAbsent(
                scenario + " " + design, key -> run(scenarios.apply(scenario), design)));
    }

    private static long run(Scenario scenario, String design) {
        ScenarioDesign wanted = scenario.design(design).orElseThrow();
        return new Run(scenario.build(wanted), new EarliestFirst(
                ProfileReader.named(scenario.profile()).times(), 0)).atMost(MOST_STEPS).go()
                .endNs();
    }
}
