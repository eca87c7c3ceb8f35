package org.exitrace.psp.conformance;

import java.util.Arrays;
import java.util.List;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.spec.CommandId;

/**
 * One claim about one command: what it answers in which state.
 *
 * @param id {@code <COMMAND>/<check>}, {@code <COMMAND>/<check>+<check>} or
 *     {@code <COMMAND>/success}; {@code :<what>} may follow
 * @param handles the command whose checks are named
 * @param checks what is violated, the first winning; empty where nothing is
 * @param machine bounds that differ from the usual ones; {@code -} for none
 * @param given what is done before, each operation succeeding
 * @param command what is asked
 * @param gives what the caller must be told: a status of the firmware, or an errno
 * @param source where that was read
 * @param at the row's line
 */
public record TableRow(
        String id, CommandId handles, List<String> checks, String machine, String given,
        String command, String gives, String source, TableLine at) {
    static final List<String> HEADER =
            List.of("id", "machine", "given", "command", "gives", "source");
    /** What stands for a check where nothing is violated. */
    static final String SUCCESS = "success";

    static TableRow of(TableLine line) {
        String id = line.column(0);
        int slash = id.indexOf('/');
        if (slash < 1) {
            throw line.wrong("'" + id + "' is no id; write <COMMAND>/<check>,"
                    + " <COMMAND>/<check>+<check> or <COMMAND>/success");
        }
        String violated = id.substring(slash + 1).split(":", 2)[0];
        List<String> checks = violated.equals(SUCCESS)
                ? List.of() : Arrays.asList(violated.split("\\+"));
        return new TableRow(id, command(line, id.substring(0, slash)), checks, line.column(1),
                line.column(2), line.column(3), result(line, line.column(4)), line.column(5),
                line);
    }

    /** Its table's file and its line. */
    public String place() {
        return at.file() + ":" + at.line();
    }

    private static CommandId command(TableLine line, String name) {
        return Arrays.stream(CommandId.values()).filter(id -> id.name().equals(name)).findFirst()
                .orElseThrow(() -> line.wrong("there is no command '" + name + "'; take a name"
                        + " of CommandId"));
    }

    private static String result(TableLine line, String word) {
        if (!HostThread.words().contains(word)) {
            throw line.wrong("there is no status '" + word + "'; take a name of Status, or an errno"
                    + " of the driver");
        }
        return word;
    }
}
