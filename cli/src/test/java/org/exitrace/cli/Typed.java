package org.exitrace.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.exitrace.cli.terminal.Console;
import org.exitrace.cli.terminal.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command line did that somebody typed.
 *
 * @param status what the process would end with
 * @param out standard output
 * @param err standard error
 */
record Typed(int status, String out, String err) {

    /** Types words behind {@code ./exitrace}. */
    static Typed words(String... words) {
        return words(() -> false, Terminal.NONE, words);
    }

    /** Types a line that has no quotes. */
    static Typed line(String line) {
        return words(line.replaceFirst("^\\./exitrace ", "").split(" "));
    }

    static Typed words(BooleanSupplier interrupted, Terminal terminal, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
        int status = new CommandLineProgram(Session.shipped(console, interrupted)).run(words);
        return new Typed(status, out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** The document on standard output. */
    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /** The lines of standard output. */
    List<String> lines() {
        return out.lines().toList();
    }

    String lastLine() {
        return lines().get(lines().size() - 1);
    }
}
