package org.exitrace.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window that opens one page and tells what its script made of it. */
final class Chromium {

    private static final Path FOLDER = Path.of("target/browser").toAbsolutePath();
    private static final long MOST_SECONDS = 120;

    private final String program;

    private Chromium(String program) {
        this.program = program;
    }

    /** The browser of this machine; where there is none, the test is skipped. */
    static Chromium installed() {
        Optional<String> found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(name -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
                .findFirst();
        assumeTrue(found.isPresent(), "no Chromium on the PATH: install one to test pages in it");
        return new Chromium(found.get());
    }

    /**
     * The document after {@code page}'s own script and then {@code probe} ran, without scripts.
     *
     * @param name of the page's file
     * @param width of the window, in pixels
     */
    String document(String name, String page, String probe, int width)
            throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name + ".html");
        Files.writeString(file, page.replace("</body>", "<script>" + probe + "</script></body>"));
        Path document = FOLDER.resolve(name + ".dom");
        Path log = FOLDER.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(program, "--headless", "--no-sandbox",
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
                "--disable-background-networking", "--disable-component-update",
                "--enable-logging=stderr", "--virtual-time-budget=5000",
                "--user-data-dir=" + FOLDER.resolve(name + ".profile"),
                "--window-size=" + width + ",1000", "--dump-dom", file.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(document.toFile()).redirectError(log.toFile()).start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
                    .as("the browser ends within " + MOST_SECONDS + " s").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(log)).noneMatch(line -> line.contains("CONSOLE"));
        return Files.readString(document)
                .replaceAll("(?s)<(style|script)\\b.*?</\\1>", "");
    }
}
