package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine main = new CommandLine(new Main())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));

    @Test
    void saysWhichVersionItIs() {
        assertThat(main.execute("--version")).isZero();
        assertThat(out.toString()).startsWith("exitrace ");
    }

    @Test
    void asksForAVerb() {
        assertThat(main.execute()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("Which verb?");
    }
}
