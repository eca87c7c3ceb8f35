package org.exitrace.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void showsColoursAndProgressOnATerminalOnly() {
        assertThat(Terminal.of(true, true, XTERM)).isEqualTo(new Terminal(true, true, true));
        assertThat(Terminal.of(false, true, XTERM)).isEqualTo(new Terminal(false, true, true));
        assertThat(Terminal.of(false, false, XTERM)).isEqualTo(Terminal.NONE);
    }

    @Test
    void honoursNoColorButShowsProgress() {
        assertThat(Terminal.of(true, true, Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isEqualTo(new Terminal(false, false, true));
        assertThat(Terminal.of(true, true, Map.of("TERM", "xterm", "NO_COLOR", "")))
                .isEqualTo(new Terminal(true, true, true));
    }

    @Test
    void isPlainOnADumbTerminal() {
        assertThat(Terminal.of(true, true, Map.of())).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of(true, true, Map.of("TERM", "dumb"))).isEqualTo(Terminal.NONE);
    }

    @Test
    void coloursTheWordsThatJudge() {
        console(new Terminal(true, false, false))
                .show("BROKEN at 5   never: x\nheld          always: y\nplain BROKEN\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(
                "\u001B[31mBROKEN at 5\u001B[0m   never: x\n"
                        + "\u001B[32mheld\u001B[0m          always: y\nplain BROKEN\n");
    }

    @Test
    void removesTheLineOfProgressBeforeAnAnswer() {
        Console console = console(new Terminal(false, false, true));
        console.progress("half");
        console.show("done\n");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001B[2Khalf\r\u001B[2K");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("done\n");
    }

    @Test
    void showsNoProgressInAFile() {
        console(Terminal.NONE).progress("half");
        assertThat(err.size()).isZero();
    }

    private Console console(Terminal terminal) {
        return new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
    }
}
