package org.exitrace.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers on the command line. What a value must be completes the sentence "'--runs' is ...". */
final class Numbers {

    private Numbers() {
    }

    /** How many: a whole number from 1. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            int value = parsed(text);
            if (value < 1) {
                throw new TypeConversionException(
                        "a whole number from 1 to " + Integer.MAX_VALUE);
            }
            return value;
        }

        private static int parsed(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException notANumber) {
                return 0;
            }
        }
    }

    /** How many threads: a whole number from 1, and no more than a large machine has use for. */
    static final class Threads implements ITypeConverter<Integer> {

        private static final int MOST = 1_024;

        @Override
        public Integer convert(String text) {
            int value = Count.parsed(text);
            if (value < 1 || value > MOST) {
                throw new TypeConversionException("a whole number from 1 to " + MOST);
            }
            return value;
        }
    }

    /** A part of a whole: more than 0 and less than 1, or in per cent. */
    static final class Part implements ITypeConverter<Double> {

        private static final double PER_CENT = 100;

        @Override
        public Double convert(String text) {
            boolean percent = text.endsWith("%");
            String digits = percent ? text.substring(0, text.length() - 1) : text;
            double value = digits.matches("[0-9]{1,3}([.][0-9]{1,9})?")
                    ? Double.parseDouble(digits) / (percent ? PER_CENT : 1) : 0;
            if (value <= 0 || value >= 1) {
                throw new TypeConversionException(
                        "a part of a whole, more than 0 and less than 1, such as 1% or 0.01");
            }
            return value;
        }

        /** As one writes it. */
        static String written(double part) {
            return new BigDecimal(part * PER_CENT).round(new MathContext(9)).stripTrailingZeros()
                    .toPlainString() + "%";
        }
    }

    /** A seed: any whole number of 64 bits. */
    static final class Seed implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException notANumber) {
                throw new TypeConversionException("a whole number of at most 64 bits");
            }
        }
    }

    /** Bytes, as JVMs take them: {@code 512m}, {@code 2g}. */
    static final class Size implements ITypeConverter<Long> {

        private static final String UNITS = "kmgt";
        private static final int BITS_A_UNIT = 10;

        @Override
        public Long convert(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            if (!lower.matches("[1-9][0-9]{0,9}[kmgt]")) {
                throw new TypeConversionException("a size such as 512m or 2g");
            }
            int last = lower.length() - 1;
            int unit = UNITS.indexOf(lower.charAt(last)) + 1;
            return Long.parseLong(lower.substring(0, last))
                    << Math.min(unit * BITS_A_UNIT, Long.SIZE - 1 - Integer.SIZE);
        }
    }
}
