package org.exitrace.reports.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.exitrace.reports.view.Figure;

/** Figures of studies as comma-separated values (RFC 4180, lines ended by a line feed alone). */
public final class CsvStudy {

    private static final String HEAD =
            "part,design,at,quantity,unit,samples,value,low,high,method\n";
    private static final MathContext DIGITS = new MathContext(10);

    private CsvStudy() {
    }

    /** A head and one line for each figure; an end that is open is empty. */
    public static String of(List<Figure> figures) {
        StringBuilder out = new StringBuilder(HEAD);
        for (Figure figure : figures) {
            out.append(String.join(",", quoted(figure.part()), quoted(figure.design()),
                    quoted(figure.at()), quoted(figure.quantity()), quoted(figure.unit()),
                    Long.toString(figure.samples()), number(figure.value()),
                    number(figure.low()), number(figure.high()),
                    quoted(figure.method()))).append('\n');
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Whole numbers as such, others with ten digits. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 0x1p53 ? Long.toString((long) value)
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString();
    }
}
