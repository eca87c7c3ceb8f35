package org.exitrace.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.cli.text.Sheet;

/**
 * The lines that repeat a failure of several properties: one, or where that one does not break all
 * of them, one for each of the others before it.
 */
final class RepeatLines {

    private final Map<String, List<String>> idsByLine = new LinkedHashMap<>();

    /** Also {@code line}, which breaks the property {@code id}. */
    void add(String line, String id) {
        idsByLine.computeIfAbsent(line, none -> new ArrayList<>()).add(id);
    }

    /** The lines; {@code last} breaks {@code ids}, and is the only one where it breaks all. */
    void write(String last, Collection<String> ids, Sheet sheet) {
        idsByLine.forEach((line, others) -> tell(others, sheet).line(line));
        if (!idsByLine.isEmpty()) {
            tell(ids, sheet);
        }
        sheet.line(last);
    }

    private static Sheet tell(Collection<String> ids, Sheet sheet) {
        return sheet.sentence("'" + String.join("', '", ids) + "' broke in");
    }
}
