package org.exitrace.scenarios.doorbell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exitrace.scenarios.document.Folder;

/** A folder in memory. */
public final class TextFolder implements Folder {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** The same folder with a file. */
    public TextFolder with(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The same folder with a file that may be no text. */
    public TextFolder with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    @Override
    public String shown(String name) {
        return name;
    }

    @Override
    public InputStream open(String name) throws NoSuchFileException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return new ByteArrayInputStream(content);
    }
}
