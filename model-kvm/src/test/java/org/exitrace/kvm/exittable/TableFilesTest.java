package org.exitrace.kvm.exittable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.exitrace.kvm.conformance.ErrnoTables;
import org.junit.jupiter.api.Test;

/** A table whose name is missing in the list is read by nobody, and nothing else would tell. */
class TableFilesTest {

    private static final String ENDING = ".tsv";
    /** What rows are given: no table. */
    private static final String GIVEN = "given";

    @Test
    void eachFileOfIoctlsIsNamed() throws IOException, URISyntaxException {
        assertThat(tablesBeside(ErrnoTables.class))
                .containsExactlyInAnyOrderElementsOf(ErrnoTables.NAMES);
    }

    @Test
    void eachFileOfVmgexitIsNamed() throws IOException, URISyntaxException {
        assertThat(tablesBeside(ExitTables.class))
                .containsExactlyInAnyOrderElementsOf(ExitTables.NAMES);
    }

    private static List<String> tablesBeside(Class<?> tables)
            throws IOException, URISyntaxException {
        Path folder = Path.of(tables.getResource(GIVEN + ENDING).toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> !name.equals(GIVEN)).toList();
        }
    }
}
