package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.exitrace.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptionTest {

    private static final int ASKED_BEFORE = 20;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"explore", "fuzz", "time", "verify"})
    void tellsWhatIsKnownWhenItIsInterrupted(String verb) {
        List<String> words = new ArrayList<>(
                List.of(verb, OwnScenario.endless(folder).toString(), "--json"));
        if (verb.equals("time")) {
            words.addAll(List.of("--profile", "amd-snp-genoa"));
        }
        if (verb.equals("fuzz")) {
            words.addAll(List.of("--design", "repaired"));
        }
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier soon = () -> asked.incrementAndGet() > ASKED_BEFORE;
        Typed typed = Typed.words(soon, Terminal.NONE, words.toArray(String[]::new));
        assertThat(typed.status()).isEqualTo(130);
        assertThat(typed.json().path("verb").asString()).isEqualTo(verb);
        assertThat(typed.json().path("status").asInt()).isEqualTo(130);
        if (!verb.equals("verify")) {
            assertThat(typed.json().path("judgement").path("verdict").asString())
                    .isEqualTo("undecided");
        }
    }

    /**
     * The second design cannot end, and the first one's line tells that it has begun. Who runs
     * tests in the background may have SIGINT ignored, which a child inherits; env mends that.
     */
    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsWithStatus130AndTheCountBehindCtrlC() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("env", "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "org.exitrace.cli.Main", "verify",
                "ap-boot/correct-wake", OwnScenario.endless(folder).toString()).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(
                process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.add(out.readLine());
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            out.lines().forEach(lines::add);
        }
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(lines.get(0)).startsWith("passed     ap-boot/correct-wake");
        assertThat(lines.get(lines.size() - 1)).matches("\\d+ passed, 0 failed");
    }
}
