package org.exitrace.scenarios.document;

import java.io.IOException;
import java.io.InputStream;

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
}
