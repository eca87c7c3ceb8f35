package org.exitrace.scenarios.tracepoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.traces.body.Draft;

/** One row of a table: when something is said, and what. */
final class EventRow {

    private static final String GIVES = " => ";

    private final String text;
    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();

    EventRow(String text) {
        this.text = text;
        int behind = text.indexOf(GIVES);
        for (String each : text.substring(0, behind).split(" & ")) {
            conditions.add(Condition.of(each));
        }
        for (String each : text.substring(behind + GIVES.length()).split(" ")) {
            fields.put(each.substring(0, each.indexOf('=')),
                    each.substring(each.indexOf('=') + 1));
        }
    }

    /** Whether a step of that name can say it at all. */
    boolean fits(String step) {
        return conditions.stream().noneMatch(each -> each instanceof Condition.At at
                && !at.name().matcher(step).matches());
    }

    boolean holds(Teller teller, Moment now) {
        for (Condition condition : conditions) {
            if (!condition.holds(teller, now)) {
                return false;
            }
        }
        return true;
    }

    /** Says all of it in {@code draft}. */
    Draft fill(Draft draft, Teller teller, Moment now) {
        fields.forEach((name, value) -> draft.saying(name, read(value, teller, now)));
        return draft;
    }

    /** Notes all of it. */
    void note(Teller teller, Moment now) {
        fields.forEach((name, value) -> teller.note(name, read(value, teller, now)));
    }

    private static String read(String value, Teller teller, Moment now) {
        return value.startsWith("@") ? teller.value(value.substring(1), now) : value;
    }

    /** As in the table. */
    @Override
    public String toString() {
        return text;
    }
}
