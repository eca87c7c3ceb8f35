package org.exitrace.psp.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What many rows are given alike, by name. */
public final class Givens {
    private static final List<String> HEADER = List.of("name", "given");
    private static final String NAMED = "@";
    private static final String NOTHING = "-";
    private static final int DEEPEST = 20;
    private final Map<String, TableLine> lines = new LinkedHashMap<>();

    /**
     * Reads them.
     *
     * @param file the file's name
     * @param text what stands in it
     */
    public Givens(String file, String text) {
        for (TableLine line : TableLine.of(file, text, HEADER)) {
            if (lines.put(line.column(0), line) != null) {
                throw line.wrong("there is a given '" + line.column(0) + "' already");
            }
        }
        lines.values().forEach(line -> expand(line.column(1), line));
    }

    /** The operations of {@code text}, names replaced by what they stand for. */
    public List<String> expand(String text, TableLine at) {
        List<String> operations = new ArrayList<>();
        expand(text, at, 0, operations);
        return operations;
    }

    private void expand(String text, TableLine at, int depth, List<String> into) {
        if (depth > DEEPEST) {
            throw at.wrong("the givens use each other in a circle; break it");
        }
        for (String part : text.split(";")) {
            String operation = part.strip();
            if (operation.startsWith(NAMED)) {
                TableLine line = lines.get(operation.substring(NAMED.length()));
                if (line == null) {
                    throw at.wrong("there is no given '" + operation + "'; there is "
                            + String.join(", ", lines.keySet()));
                }
                expand(line.column(1), line, depth + 1, into);
            } else if (!operation.isEmpty() && !operation.equals(NOTHING)) {
                into.add(operation);
            }
        }
    }
}
