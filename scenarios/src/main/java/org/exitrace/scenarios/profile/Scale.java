package org.exitrace.scenarios.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.exitrace.engine.time.Duration;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;

/**
 * From the numbers of a cost, in the unit that it names, to nanoseconds. Cycles are rounded to the
 * nearest nanosecond; any other amount is a whole number of them.
 */
final class Scale {

    private static final String CYCLES = "cycles";
    private static final String CLOCK = "clock-mhz";
    private static final int MOST_DIGITS = 20;
    private static final Map<String, Long> NS_OF =
            Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, CYCLES, 1_000L);

    private final String unit;
    private final long mhz;

    private Scale(String unit, long mhz) {
        this.unit = unit;
        this.mhz = mhz;
    }

    /**
     * The scale of {@code cost}, in a profile whose clock has {@code profileMhz}, 0 for none;
     * tells {@code problems} where unit and clock do not fit together.
     */
    static Scale of(String key, Node.Mapping cost, long profileMhz, Problems problems) {
        String unit = cost.get("unit") == null ? "ns" : Reading.text(cost.get("unit"));
        long mhz = Reading.number(cost.get(CLOCK), profileMhz);
        if (!unit.equals(CYCLES) && cost.get(CLOCK) != null) {
            problems.add(cost.placeOf(CLOCK), "cost '" + key + "' is in " + unit + ", for which"
                    + " a clock says nothing; remove 'clock-mhz', or write 'unit: cycles'");
        }
        if (unit.equals(CYCLES) && mhz <= 0) {
            problems.add(cost.placeOf("unit"), "cost '" + key + "' is in cycles, but nobody says of"
                    + " which clock; add 'clock-mhz' to the cost or to the profile");
        }
        return new Scale(NS_OF.containsKey(unit) ? unit : "ns", Math.max(1, mhz));
    }

    /** The word for the unit; for cycles with their clock. */
    @Override
    public String toString() {
        return unit.equals(CYCLES) ? "cycles at " + mhz + " MHz" : unit;
    }

    /** Whether {@code value} is a number; if not, the schema has told so. */
    static boolean isNumber(Node value) {
        if (!(value instanceof Node.Scalar scalar) || scalar.kind() != Node.Kind.INTEGER
                && scalar.kind() != Node.Kind.DECIMAL) {
            return false;
        }
        try {
            return new BigDecimal(Reading.text(value)).signum() >= 0;
        } catch (NumberFormatException anotherSpelling) {
            return false;
        }
    }

    /**
     * The nanoseconds that {@code value} tells.
     *
     * @throws IllegalArgumentException in a sentence, where it is no time that can be simulated
     */
    long ns(Node value) {
        BigDecimal written = new BigDecimal(Reading.text(value));
        if (written.precision() - written.scale() > MOST_DIGITS) {
            throw tooLong(value);
        }
        BigDecimal ns = written.multiply(BigDecimal.valueOf(NS_OF.get(unit)));
        if (unit.equals(CYCLES)) {
            ns = ns.divide(BigDecimal.valueOf(mhz), 0, RoundingMode.HALF_UP);
        }
        if (ns.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(Reading.text(value) + " " + unit
                    + " is no whole number of nanoseconds; round it");
        }
        if (ns.compareTo(BigDecimal.valueOf(Duration.MOST_NS)) > 0) {
            throw tooLong(value);
        }
        return ns.longValueExact();
    }

    private IllegalArgumentException tooLong(Node value) {
        return new IllegalArgumentException(Reading.text(value) + " " + this + " is more than the "
                + Duration.MOST_NS + " ns that a step may take; is the unit right?");
    }
}
