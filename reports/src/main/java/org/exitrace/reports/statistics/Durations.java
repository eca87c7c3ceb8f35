package org.exitrace.reports.statistics;

import java.util.Locale;

/** Durations as people read them, in a unit that is stated. */
public final class Durations {

    private Durations() {
    }

    /** A number with its digits in groups of three, such as {@code 1,234,567}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With three or four significant digits and a unit, such as {@code 12.3 us}. */
    public static String rounded(long ns) {
        String[] units = {"ns", "us", "ms", "s"};
        long scale = 1;
        int unit = 0;
        while (unit + 1 < units.length && ns / scale >= 1000) {
            scale *= 1000;
            unit++;
        }
        if (unit == 0) {
            return ns + " ns";
        }
        long whole = ns / scale;
        int decimals = whole >= 100 ? 1 : whole >= 10 ? 2 : 3;
        long fraction = ns % scale;
        long cut = scale;
        StringBuilder text = new StringBuilder(Long.toString(whole)).append('.');
        for (int i = 0; i < decimals; i++) {
            cut /= 10;
            text.append(fraction / cut % 10);
        }
        return text.append(' ').append(units[unit]).toString();
    }

    /** The same without zeros behind the point, for round numbers: {@code 12.5 us}, {@code 2 s}. */
    public static String brief(long ns) {
        String text = rounded(ns);
        int unit = text.indexOf(' ');
        int end = unit;
        if (text.indexOf('.') >= 0) {
            while (text.charAt(end - 1) == '0') {
                end--;
            }
            end -= text.charAt(end - 1) == '.' ? 1 : 0;
        }
        return text.substring(0, end) + text.substring(unit);
    }
}
