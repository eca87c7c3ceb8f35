package org.exitrace.scenarios.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/**
 * A folder inside the program.
 *
 * @param owner a class of the module that has it
 * @param path from the root of the class path, without slashes at its ends
 */
public record ResourceFolder(Class<?> owner, String path) implements Folder {

    @Override
    public String shown(String name) {
        return path + "/" + name;
    }

    @Override
    public InputStream open(String name) throws IOException {
        InputStream stream = owner.getResourceAsStream("/" + path + "/" + name);
        if (stream == null) {
            throw new NoSuchFileException(shown(name));
        }
        return stream;
    }
}
