package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code run --trace} prints of scenarios in which nothing breaks, so that they have no
 * recorded schedule, as a reviewed file.
 */
class RunTracesTest {

    /** Run with {@code -Dexitrace.golden=update} to write them anew. */
    private static final boolean UPDATE = "update".equals(System.getProperty("exitrace.golden"));
    private static final Path FOLDER = Path.of("src/test/resources/runs");

    @ParameterizedTest
    @ValueSource(strings = "sev-firmware/two-guests")
    void isToldAsReviewed(String scenario) throws IOException {
        Typed typed = Typed.words("run", scenario, "--trace");
        Path file = FOLDER.resolve(scenario + ".txt");
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, typed.out());
        }

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).isEqualTo(Files.readString(file));
    }
}
