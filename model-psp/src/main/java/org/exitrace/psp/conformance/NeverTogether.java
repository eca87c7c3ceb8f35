package org.exitrace.psp.conformance;

import java.util.List;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.command.Refusal;

/**
 * Rows that cannot exist, each with the reason: two checks of a command of which one excludes the
 * other; a check that is never the first to fail ({@code *} beside it); a command that never
 * succeeds ({@code success} beside {@code *}).
 */
final class NeverTogether {
    private static final List<String> HEADER = List.of("command", "check", "check", "why");
    private static final String ANY = "*";
    private final List<TableLine> lines;

    private NeverTogether(List<TableLine> lines) {
        this.lines = lines;
    }

    static NeverTogether of(String file, String text) {
        List<TableLine> lines = TableLine.of(file, text, HEADER);
        for (TableLine line : lines) {
            if (line.column(3).isEmpty()) {
                throw line.wrong("the reason is missing; say why both cannot be");
            }
        }
        return new NeverTogether(lines);
    }

    /** Whether it is told why no row can have {@code first} and {@code second} fail at once. */
    boolean has(Handler handler, Refusal first, Refusal second) {
        return has(handler, first.check(), second.check());
    }

    /** Whether it is told why {@code refusal} is never the first that applies. */
    boolean isNeverFirst(Handler handler, Refusal refusal) {
        return has(handler, refusal.check(), ANY);
    }

    /** Whether it is told why the command never succeeds. */
    boolean neverSucceeds(Handler handler) {
        return has(handler, TableRow.SUCCESS, ANY);
    }

    private boolean has(Handler handler, String first, String second) {
        return has(handler.command().name(), first, second);
    }

    /** The same of what is called {@code command}. */
    boolean has(String command, String first, String second) {
        return lines.stream().anyMatch(line -> line.column(0).equals(command)
                && line.column(1).equals(first) && line.column(2).equals(second));
    }

    /** All its lines. */
    List<TableLine> lines() {
        return lines;
    }
}
