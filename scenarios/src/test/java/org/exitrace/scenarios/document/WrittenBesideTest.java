package org.exitrace.scenarios.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenBesideTest {

    @TempDir
    private Path folder;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("out.json");
        Files.writeString(file, "old");

        WrittenBeside.write(file, "new");

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining(entry -> entry.equals(file));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void tellsThatTheFolderIsMissing() {
        Path file = folder.resolve("missing/out.json");

        assertThatThrownBy(() -> WrittenBeside.write(file, "x")).hasMessage(file
                + ": this file cannot be written: its folder does not exist; make it first");
    }

    @Test
    void tellsThatTheFileIsAFolder() {
        assertThatThrownBy(() -> WrittenBeside.write(folder, "x")).hasMessage(folder
                + ": this is a folder and cannot be written as a file; name a file in it");
    }

    @Test
    void refusesBeforehandWhatCannotBeWrittenAndChangesNothing() throws IOException {
        Path file = folder.resolve("out.json");
        Files.writeString(file, "old");

        WrittenBeside.refuseUnwritable(file);

        assertThat(file).hasContent("old");
        assertThat(Files.list(folder)).hasSize(1);
        assertThatThrownBy(() -> WrittenBeside.refuseUnwritable(file.resolve("x.json")))
                .hasMessageStartingWith(file.resolve("x.json")
                        + ": this file cannot be written: ").hasMessageEndingWith("another place");
        assertThatThrownBy(() -> WrittenBeside.refuseUnwritable(folder))
                .hasMessageEndingWith("name a file in it");
        assertThatThrownBy(() -> WrittenBeside.refuseUnwritable(folder.resolve("no/x.json")))
                .hasMessageEndingWith("make it first");
    }
}
