package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs what README.md and the pages of docs/ show behind a prompt, and compares. A line of
 * {@value ShownLines#CUT} stands for any lines; amounts of memory may differ, nothing else. With
 * {@code -Dexitrace.golden=update} numbers and pasted lines are written anew.
 */
class ShownCommandsTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("commands")
    void printsWhatThePageShows(ShownCommand command) throws IOException {
        assumeTrue(!command.isSlow() || Boolean.getBoolean("exitrace.slow"),
                "compared only with -Dexitrace.slow=true");

        List<String> printed = typed(command);

        ShownLines shown = new ShownLines(command.shown());
        if (!shown.show(printed)) {
            if ("update".equals(System.getProperty("exitrace.golden"))) {
                renew(command, printed);
            } else {
                fail(command + " does not print what is shown. Where only numbers and pasted lines"
                        + " differ, -Dexitrace.golden=update writes them anew. Printed:\n"
                        + String.join("\n", printed));
            }
        }
    }

    @Test
    void findsTheCommandsOfTheReadme() throws IOException {
        assertThat(commands().filter(command -> command.page().equals("README.md")))
                .hasSizeGreaterThan(8);
    }

    @Test
    void aCutStandsForAnyLinesAndEachOtherLineForItself() {
        ShownLines shown = new ShownLines(List.of("a", ShownLines.CUT, "9 of 10 MiB", "c 1"));

        assertThat(shown.show(List.of("a", "c 1", "9 of 77 MiB", "c 1"))).isTrue();
        assertThat(shown.show(List.of("a", "9 of 10 MiB", "c 1"))).isTrue();
        assertThat(shown.show(List.of("a", "b", "9 of 10 MiB", "c 1", "d"))).isFalse();
        assertThat(shown.show(List.of("a", "9 of 10 MiB", "c 2"))).isFalse();
        assertThat(shown.renewed(List.of("a", "b", "8 of 10 MiB", "c 22")))
                .contains(List.of("a", ShownLines.CUT, "8 of 10 MiB", "c 22"));
        assertThat(shown.renewed(List.of("a", "8 of 10 MiB", "d 1"))).isEmpty();
    }

    /** Files are saved in a folder of the test's own; the page shows them without one. */
    private List<String> typed(ShownCommand command) {
        List<String> words = new ArrayList<>(command.words());
        int file = words.indexOf("--out") + 1;
        if (file > 0) {
            words.set(file, folder.resolve(words.get(file)).toString());
        }
        words.replaceAll(word -> word.startsWith("examples/")
                ? CHECKOUT.resolve(word).toString() : word);
        String out = Typed.words(words.toArray(String[]::new)).out();
        return out.replace(folder + "/", "").replace(CHECKOUT + "/", "").lines().toList();
    }

    private static void renew(ShownCommand command, List<String> printed) throws IOException {
        List<String> renewed = new ShownLines(command.shown()).renewed(printed).orElseThrow(
                () -> new AssertionError(command + " prints other words than are shown; write the"
                        + " block by hand. Printed:\n" + String.join("\n", printed)));
        Path page = CHECKOUT.resolve(command.page());
        List<String> lines = new ArrayList<>(Files.readAllLines(page));
        for (int i = 0; i < renewed.size(); i++) {
            lines.set(command.line() + i, renewed.get(i));
        }
        Files.writeString(page, String.join("\n", lines) + "\n");
    }

    static Stream<ShownCommand> commands() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(CHECKOUT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(CHECKOUT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<ShownCommand> commands = new ArrayList<>();
        for (Path page : pages) {
            commands.addAll(ShownCommand.in(
                    CHECKOUT.relativize(page).toString(), Files.readString(page)));
        }
        return commands.stream();
    }
}
