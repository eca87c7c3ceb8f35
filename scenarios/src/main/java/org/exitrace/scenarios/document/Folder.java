package org.exitrace.scenarios.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/** Where the files that belong together lie: a folder on disk, or one inside the program. */
public interface Folder {

    /** How a person is told of the file {@code name}. */
    String shown(String name);

    /**
     * Opens the file {@code name}.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     * @throws IOException where it cannot be read
     */
    InputStream open(String name) throws IOException;

    /** Whether there is a file {@code name}, even one that cannot be read. */
    default boolean has(String name) {
        try {
            open(name).close();
            return true;
        } catch (IOException failure) {
            return !(failure instanceof NoSuchFileException);
        }
    }
}
