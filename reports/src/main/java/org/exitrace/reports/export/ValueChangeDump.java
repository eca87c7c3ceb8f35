package org.exitrace.reports.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.state.CellChange;
import org.exitrace.reports.view.CellView;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StepView;

/**
 * A run as value change dump (VCD, IEEE 1364), which GTKWave and Surfer draw as waveforms: a signal
 * a cell, in a scope for each region, and a signal that tells the step.
 *
 * <p>Flags are one bit, numbers 32 in two's complement, words 64. What has names, sets among them,
 * is a signal of strings, an extension of the standard that both tools read. Time counts
 * nanoseconds where the run is timed; where it is not, step n is taken at n.
 */
public final class ValueChangeDump {

    private static final int FIRST_CODE = '!';
    private static final int CODES = '~' - '!' + 1;
    private static final int NUMBER_BITS = 32;
    private static final int WORD_BITS = 64;
    private static final String STEP = "step";

    private final RunView run;
    private final Map<String, CellView.Type> types = new LinkedHashMap<>();
    private final Map<String, String> codes = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private ValueChangeDump(RunView run) {
        this.run = run;
        run.cells().forEach(cell -> types.put(cell.name(), cell.type()));
    }

    /** The whole text. */
    public static String of(RunView run) {
        return new ValueChangeDump(run).write();
    }

    private String write() {
        HeadingFields.of(run.heading()).forEach((key, value) ->
                line("$comment " + printable(key + ": " + value) + " $end"));
        line("$timescale 1ns $end");
        line("$scope module run $end");
        declare(STEP, CellView.Type.TEXT, STEP);
        scopes();
        line("$upscope $end");
        line("$enddefinitions $end");
        line("#0");
        line("$dumpvars");
        change(STEP, CellView.Type.TEXT, "begin");
        run.cells().forEach(cell -> change(cell.name(), cell.type(), cell.initial()));
        line("$end");
        steps();
        return out.toString();
    }

    /** Cells of a region stand together, also where they were not declared together. */
    private void scopes() {
        Map<String, List<CellView>> regions = new LinkedHashMap<>();
        run.cells().forEach(cell -> regions.computeIfAbsent(
                cell.region(), region -> new java.util.ArrayList<>()).add(cell));
        regions.forEach((region, cells) -> {
            if (!region.isEmpty()) {
                line("$scope module " + word(region) + " $end");
            }
            for (CellView cell : cells) {
                String name = region.isEmpty() ? cell.name()
                        : cell.name().substring(region.length() + 1);
                declare(cell.name(), cell.type(), name);
            }
            if (!region.isEmpty()) {
                line("$upscope $end");
            }
        });
    }

    private void steps() {
        long last = 0;
        for (int number = 1; number <= run.stepCount(); number++) {
            StepView step = run.step(number);
            long at = run.heading().timed() ? step.atNs() : number;
            if (at > last) {
                line("#" + at);
                last = at;
            }
            change(STEP, CellView.Type.TEXT,
                    number + " " + run.actors().get(step.actor()) + " " + step.name());
            for (CellChange change : step.changes()) {
                change(change.cell(), types.get(change.cell()), change.after());
            }
        }
    }

    private void declare(String signal, CellView.Type type, String name) {
        String code = code(codes.size());
        codes.put(signal, code);
        String kind = switch (type) {
            case FLAG -> "wire 1";
            case NUMBER -> "integer " + NUMBER_BITS;
            case WORD -> "wire " + WORD_BITS;
            default -> "string 1";
        };
        line("$var " + kind + " " + code + " " + word(name) + " $end");
    }

    private void change(String signal, CellView.Type type, String value) {
        String code = codes.get(signal);
        line(switch (type) {
            case FLAG -> value + code;
            case NUMBER -> "b" + Integer.toBinaryString(Integer.parseInt(value)) + " " + code;
            case WORD -> "b" + Long.toBinaryString(Long.parseUnsignedLong(value.substring(2), 16))
                    + " " + code;
            default -> "s" + word(value) + " " + code;
        });
    }

    private static String code(int number) {
        StringBuilder code = new StringBuilder();
        int left = number;
        do {
            code.append((char) (FIRST_CODE + left % CODES));
            left = left / CODES - 1;
        } while (left >= 0);
        return code.toString();
    }

    /** One word: what would part words, and the sign of an escape, by its number in octal. */
    private static String word(String text) {
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> word.append(c > ' ' && c <= '~' && c != '\\'
                ? Character.toString(c) : octal(c)));
        return word.isEmpty() ? "\\000" : word.toString();
    }

    private static String octal(int c) {
        StringBuilder bytes = new StringBuilder();
        for (byte each : Character.toString(c)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            bytes.append(String.format("\\%03o", each & 0xFF));
        }
        return bytes.toString();
    }

    /** A comment ends at the first {@code $end}. */
    private static String printable(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.append(c >= ' ' && c <= '~' && c != '$'
                ? Character.toString(c) : octal(c)));
        return plain.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
