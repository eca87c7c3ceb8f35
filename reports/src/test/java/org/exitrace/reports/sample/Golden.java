package org.exitrace.reports.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reviewed files that texts are compared with; {@code -Dexitrace.golden=update} rewrites them. */
public final class Golden {

    private static final Path FOLDER =
            Path.of("src/test/resources/org/exitrace/reports/golden");

    private Golden() {
    }

    /** Holds {@code text} against the file of that name. */
    public static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if ("update".equals(System.getProperty("exitrace.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(file).as("write it with -Dexitrace.golden=update, then read it").exists();
            assertThat(text).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
