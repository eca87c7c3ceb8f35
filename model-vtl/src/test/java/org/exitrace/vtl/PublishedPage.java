package org.exitrace.vtl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables of docs/vtl.md, which tests hold against the code. */
public final class PublishedPage {

    private static final Path PAGE = Path.of("..", "docs", "vtl.md");
    private static final String COLUMN = "|";

    private PublishedPage() {
    }

    /** The rows of the table whose head begins with {@code head}: their columns, in order. */
    public static List<List<String>> table(String... head) {
        List<String> wanted = Arrays.asList(head);
        List<List<String>> rows = new ArrayList<>();
        boolean isInside = false;
        for (String line : lines()) {
            List<String> columns = columns(line);
            boolean begins = columns.size() >= wanted.size()
                    && columns.subList(0, wanted.size()).equals(wanted);
            isInside = begins || isInside && line.startsWith(COLUMN);
            if (isInside && !begins && !columns.get(0).startsWith("---")) {
                rows.add(columns);
            }
        }
        if (rows.isEmpty()) {
            throw new AssertionError("docs/vtl.md has no table that begins with " + wanted);
        }
        return rows;
    }

    private static List<String> columns(String line) {
        return line.startsWith(COLUMN)
                ? Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList()
                : List.of();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
