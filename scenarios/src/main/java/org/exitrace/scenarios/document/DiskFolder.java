package org.exitrace.scenarios.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder on disk.
 *
 * @param path where it is
 */
public record DiskFolder(Path path) implements Folder {

    /** The folder in which {@code file} lies. */
    public static DiskFolder of(Path file) {
        Path parent = file.getParent();
        return new DiskFolder(parent == null ? Path.of("") : parent);
    }

    @Override
    public String shown(String name) {
        return path.resolve(name).toString();
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path file = path.resolve(name);
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder, not a file");
        }
        return Files.newInputStream(file);
    }
}
