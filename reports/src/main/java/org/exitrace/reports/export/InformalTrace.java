package org.exitrace.reports.export;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exitrace.engine.state.CellChange;
import org.exitrace.reports.json.Json;
import org.exitrace.reports.view.CellView;
import org.exitrace.reports.view.RunView;

/**
 * A run in Apalache's Informal Trace Format (ITF, ADR 015): a state a step, with each cell under
 * its name. Numbers and words are {@code #bigint}, flags truth values, sets {@code #set} of
 * strings, all else strings. Two variables come on top: {@code action}, the step's full name, and
 * {@code atNs}, its virtual time; both are empty or 0 in the first state.
 */
public final class InformalTrace {

    private static final int HEXADECIMAL = 16;

    private final RunView run;
    private final Map<String, CellView.Type> types = new LinkedHashMap<>();
    private final Json json = new Json();

    private InformalTrace(RunView run) {
        this.run = run;
        run.cells().forEach(cell -> types.put(cell.name(), cell.type()));
    }

    /** The whole document, a state a line. */
    public static String of(RunView run) {
        return new InformalTrace(run).write();
    }

    private String write() {
        json.object().key("#meta").object().key("format").value("ITF")
                .key("format-description")
                .value("https://apalache-mc.org/docs/adr/015adr-trace.html")
                .key("varTypes").object().key("action").value("Str").key("atNs").value("Int");
        types.forEach((name, type) -> json.key(name).value(typeName(type)));
        json.endObject();
        HeadingFields.of(run.heading()).forEach((key, value) -> json.key(key).value(value));
        json.endObject().line().key("vars").array().value("action").value("atNs");
        types.keySet().forEach(json::value);
        json.endArray().line().key("states").array();
        Map<String, String> now = new LinkedHashMap<>();
        run.cells().forEach(cell -> now.put(cell.name(), cell.initial()));
        state(0, "", 0, now);
        for (int number = 1; number <= run.stepCount(); number++) {
            var step = run.step(number);
            for (CellChange change : step.changes()) {
                now.put(change.cell(), change.after());
            }
            state(number, run.actors().get(step.actor()) + " " + step.name(), step.atNs(), now);
        }
        return json.line().endArray().endObject() + "\n";
    }

    private void state(int index, String action, long atNs, Map<String, String> now) {
        json.line().object().key("#meta").object().key("index").value((long) index).endObject();
        json.key("action").value(action).key("atNs");
        integer(Long.toString(atNs));
        now.forEach((cell, value) -> {
            json.key(cell);
            value(types.get(cell), value);
        });
        json.endObject();
    }

    private void value(CellView.Type type, String text) {
        switch (type) {
            case FLAG -> json.value(text.equals("1"));
            case NUMBER -> integer(text);
            case WORD -> integer(new BigInteger(text.substring(2), HEXADECIMAL).toString());
            case SET -> {
                String members = text.substring(1, text.length() - 1);
                json.object().key("#set").array();
                if (!members.isEmpty()) {
                    for (String member : members.split(",")) {
                        json.value(member);
                    }
                }
                json.endArray().endObject();
            }
            default -> json.value(text);
        }
    }

    private void integer(String digits) {
        json.object().key("#bigint").value(digits).endObject();
    }

    private static String typeName(CellView.Type type) {
        return switch (type) {
            case FLAG -> "Bool";
            case NUMBER, WORD -> "Int";
            case SET -> "Set(Str)";
            default -> "Str";
        };
    }
}
