package org.exitrace.vtl.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exitrace.psp.conformance.TableLine;
import org.exitrace.vtl.design.StatusDialect;

/**
 * One claim about a hypercall: what it answers to which caller.
 *
 * @param id {@code <CALL>/<check>}, or {@code <CALL>/success}; {@code :<what>} may follow
 * @param dialects in which it is answered so
 * @param given what is not as usual; {@code -} for nothing
 * @param asks the call and its arguments
 * @param gives what may be answered, and what is behind it
 * @param source where that was read
 * @param at the row's line
 */
public record VtlRow(String id, List<StatusDialect> dialects, String given, String asks,
        String gives, String source, TableLine at) {

    static final List<String> HEADER =
            List.of("id", "dialects", "given", "asks", "gives", "source");
    /** What stands for a check where nothing is violated. */
    static final String SUCCESS = "success";
    private static final String ALL = "all";

    static VtlRow of(TableLine line) {
        VtlRow row = new VtlRow(line.column(0), dialects(line), line.column(2), line.column(3),
                line.column(4), line.column(5), line);
        String call = row.asks.split(" ")[0];
        if (!row.id.startsWith(call + "/")) {
            throw line.wrong("'" + row.id + "' is no id of " + call + "; write " + call
                    + "/<check> or " + call + "/success");
        }
        return row;
    }

    private static List<StatusDialect> dialects(TableLine line) {
        List<StatusDialect> known = Arrays.asList(StatusDialect.values());
        if (line.column(1).equals(ALL)) {
            return known;
        }
        List<StatusDialect> named = new ArrayList<>();
        for (String label : line.column(1).split(",")) {
            named.add(StatusDialect.SWITCH.find(label).orElseThrow(() -> line.wrong("there is no"
                    + " dialect '" + label + "'; write all, or some of "
                    + known.stream().map(StatusDialect::label).toList())));
        }
        return named;
    }

    /** What is asked and the check, without what tells rows of one check apart. */
    public String claim() {
        return id.split(":", 2)[0];
    }

    /** The check alone. */
    String check() {
        return claim().substring(claim().indexOf('/') + 1);
    }

    /** Its table's file and its line. */
    public String place() {
        return at.file() + ":" + at.line();
    }
}
