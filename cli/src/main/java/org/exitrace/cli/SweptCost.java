package org.exitrace.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;
import org.exitrace.engine.time.Duration;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;

/** One cost of a profile that the command line sets: to a time, or to a multiple of its own. */
final class SweptCost {

    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,13}(?:[.][0-9]{1,9})?)(ns|us|ms|s|x)");
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();
    private static final int THOUSAND = 1_000;
    private static final int DIGITS = 4;

    static {
        UNITS.put("s", 1_000_000_000L);
        UNITS.put("ms", 1_000_000L);
        UNITS.put("us", 1_000L);
        UNITS.put("ns", 1L);
    }

    private SweptCost() {
    }

    /** Key and value of {@code pair}. */
    static String[] split(String option, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1 || equals + 1 == pair.length()) {
            throw new UnusableInputException("'" + option + "' is KEY="
                    + (option.equals("--sweep") ? "FROM..TO" : "TIME or KEY=FACTORx") + ", not '"
                    + pair + "'; ./exitrace time --help has examples");
        }
        return new String[] {pair.substring(0, equals), pair.substring(equals + 1)};
    }

    /** {@code key}, which some step of one of {@code models} costs. */
    static String known(String key, Model... models) {
        Set<String> used = new LinkedHashSet<>();
        for (Model model : models) {
            for (Step step : model.steps()) {
                used.addAll(List.of(step.costKey(), step.delayKey()));
            }
        }
        used.remove("");
        if (used.contains(key)) {
            return key;
        }
        throw new UnusableInputException("no step of this machine has the cost '" + key
                + "', so that nothing would change; "
                + DidYouMean.remedy(key, List.copyOf(used)));
    }

    /** Whether {@code value} is a factor, and no time. */
    static boolean isFactor(String value) {
        return value.endsWith("x");
    }

    /** Nanoseconds, or the factor. */
    static double value(String option, String value) {
        Matcher parts = TIME.matcher(value);
        if (!parts.matches()) {
            throw new UnusableInputException("'" + option + "' takes times such as 500ns, 20us,"
                    + " 1.5ms or 2s, and factors such as 0.5x, not '" + value + "'");
        }
        BigDecimal number = new BigDecimal(parts.group(1));
        if (isFactor(value)) {
            return thousandths(option, value, number) / (double) THOUSAND;
        }
        BigDecimal ns = number.multiply(BigDecimal.valueOf(UNITS.get(parts.group(2))))
                .setScale(0, RoundingMode.HALF_EVEN);
        if (ns.compareTo(BigDecimal.valueOf(Duration.MOST_NS)) > 0) {
            throw new UnusableInputException("'" + option + "': a time is at most "
                    + Duration.MOST_NS + " ns, which '" + value + "' is more than");
        }
        return ns.doubleValue();
    }

    private static int thousandths(String option, String value, BigDecimal number) {
        BigDecimal thousandths = number.multiply(BigDecimal.valueOf(THOUSAND))
                .setScale(0, RoundingMode.HALF_EVEN);
        if (thousandths.signum() == 0
                || thousandths.compareTo(BigDecimal.valueOf(THOUSAND * THOUSAND)) > 0) {
            throw new UnusableInputException("'" + option + "': a factor is 0.001x to 1000x, not '"
                    + value + "'");
        }
        return thousandths.intValueExact();
    }

    /** A value as one writes it, to four digits: what is shown is what is run. */
    static String written(double value, boolean isFactor) {
        if (isFactor) {
            return rounded(Math.max(1, Math.rint(value * THOUSAND)) / THOUSAND) + "x";
        }
        BigDecimal ns = new BigDecimal(value).round(new MathContext(DIGITS))
                .setScale(0, RoundingMode.HALF_EVEN);
        for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
            BigDecimal whole = BigDecimal.valueOf(unit.getValue());
            if (ns.compareTo(whole) >= 0) {
                return ns.divide(whole).stripTrailingZeros().toPlainString() + unit.getKey();
            }
        }
        return "0ns";
    }

    private static String rounded(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN)
                .stripTrailingZeros().toPlainString();
    }

    /** {@code profile} with {@code value} for {@code key}. */
    static TimingProfile with(String key, String value, TimingProfile profile) {
        double number = value("--cost", value);
        Duration own = profile.duration(key);
        return profile.replacing(key, isFactor(value)
                ? own.times((int) Math.round(number * THOUSAND)) : Duration.constant((long) number),
                "set by hand to " + value);
    }
}
