package org.exitrace.psp.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.command.Refusal;
import org.exitrace.psp.host.MailboxCheck;

/**
 * Whether the tables have a row for each thing that a command refuses, for its success, and for
 * each two checks that follow each other, those left out that cannot fail together.
 */
public final class Coverage {
    private static final String MAILBOX = "MAILBOX";
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
        neighbours(handler, refusals).forEach(pair -> require(handler, pair, missing));
        if (!neverTogether.neverSucceeds(handler)) {
            require(handler, List.of(), missing);
        }
        return missing;
    }

    /**
     * Each check with the next one that can fail with it, and with the last one before it: where
     * two that follow each other cannot, their order to those around them shows nowhere else.
     */
    private Set<List<String>> neighbours(Handler handler, List<Refusal> refusals) {
        Set<List<String>> pairs = new LinkedHashSet<>();
        for (int i = 0; i < refusals.size(); i++) {
            Refusal check = refusals.get(i);
            for (int before = i - 1; before >= 0; before--) {
                if (!neverTogether.has(handler, refusals.get(before), check)) {
                    pairs.add(List.of(refusals.get(before).check(), check.check()));
                    break;
                }
            }
            for (int behind = i + 1; behind < refusals.size(); behind++) {
                if (!neverTogether.has(handler, check, refusals.get(behind))) {
                    pairs.add(List.of(check.check(), refusals.get(behind).check()));
                    break;
                }
            }
        }
        return pairs;
    }

    /** The rows that the mailbox lacks, whatever the command, in order. */
    public List<String> missingOfMailbox() {
        List<String> missing = new ArrayList<>();
        List<String> checks = Arrays.stream(MailboxCheck.values()).map(MailboxCheck::word)
                .filter(check -> !neverTogether.has(MAILBOX, check, "*")).toList();
        for (int i = 0; i < checks.size(); i++) {
            requireAny(checks.subList(i, i + 1), missing);
            if (i > 0 && !neverTogether.has(MAILBOX, checks.get(i - 1), checks.get(i))) {
                requireAny(checks.subList(i - 1, i + 1), missing);
            }
        }
        return missing;
    }

    private void requireAny(List<String> checks, List<String> missing) {
        if (rows.stream().noneMatch(row -> row.checks().equals(checks))) {
            missing.add(MAILBOX + "/" + String.join("+", checks));
        }
    }

    /** Lines of the list of impossible rows that speak of no check of a known command. */
    public List<String> idleReasons(List<Handler> handlers) {
        List<String> idle = new ArrayList<>();
        for (TableLine line : neverTogether.lines()) {
            boolean known = line.column(0).equals(MAILBOX) && isMailbox(line.column(1))
                    && isMailbox(line.column(2)) || handlers.stream().anyMatch(handler ->
                    handler.command().name().equals(line.column(0))
                            && knows(handler, line.column(1)) && knows(handler, line.column(2)));
            if (!known) {
                idle.add(line.file() + ":" + line.line());
            }
        }
        return idle;
    }

    private static boolean isMailbox(String check) {
        return check.equals("*") || MailboxCheck.of(check).isPresent();
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
