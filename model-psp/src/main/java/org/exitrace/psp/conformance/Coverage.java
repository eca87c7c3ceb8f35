package org.exitrace.psp.conformance;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.command.Refusal;

/**
 * Whether the tables have a row for each thing that a command refuses, for each two of them that
 * follow each other, and for its success.
 */
public final class Coverage {
    private final List<TableRow> rows;
    private final NeverTogether neverTogether;

    Coverage(List<TableRow> rows, NeverTogether neverTogether) {
        this.rows = List.copyOf(rows);
        this.neverTogether = neverTogether;
    }

    /** The ids of the rows that the command of {@code handler} lacks, in order. */
    public List<String> missing(Handler handler) {
        List<String> missing = new ArrayList<>();
        List<Refusal> refusals = handler.refusals().stream()
                .filter(refusal -> !neverTogether.isNeverFirst(handler, refusal)).toList();
        for (Refusal refusal : refusals) {
            require(handler, List.of(refusal.check()), missing);
        }
        for (int i = 1; i < refusals.size(); i++) {
            Refusal first = refusals.get(i - 1);
            Refusal second = refusals.get(i);
            if (!neverTogether.has(handler, first, second)) {
                require(handler, List.of(first.check(), second.check()), missing);
            }
        }
        if (!neverTogether.neverSucceeds(handler)) {
            require(handler, List.of(), missing);
        }
        return missing;
    }

    /** Lines of the list of impossible rows that speak of no check of a known command. */
    public List<String> idleReasons(List<Handler> handlers) {
        List<String> idle = new ArrayList<>();
        for (TableLine line : neverTogether.lines()) {
            boolean known = handlers.stream().anyMatch(handler ->
                    handler.command().name().equals(line.column(0))
                            && knows(handler, line.column(1)) && knows(handler, line.column(2)));
            if (!known) {
                idle.add(line.file() + ":" + line.line());
            }
        }
        return idle;
    }

    private static boolean knows(Handler handler, String check) {
        return check.equals("*") || check.equals(TableRow.SUCCESS) || handler.refusals().stream()
                .anyMatch(refusal -> refusal.check().equals(check));
    }

    private void require(Handler handler, List<String> checks, List<String> missing) {
        boolean there = rows.stream().anyMatch(row ->
                row.handles() == handler.command() && row.checks().equals(checks));
        if (!there) {
            missing.add(handler.command() + "/"
                    + (checks.isEmpty() ? TableRow.SUCCESS : String.join("+", checks)));
        }
    }
}
