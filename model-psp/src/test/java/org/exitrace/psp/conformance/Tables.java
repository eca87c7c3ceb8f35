package org.exitrace.psp.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what lies beside the tables. */
final class Tables {
    static final ConformanceTables SHIPPED = new ConformanceTables(Tables::text);

    private Tables() {
    }

    static String text(String file) {
        try (InputStream stream = ConformanceTables.class.getResourceAsStream(file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> lines(String file) {
        return text(file).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    }
}
