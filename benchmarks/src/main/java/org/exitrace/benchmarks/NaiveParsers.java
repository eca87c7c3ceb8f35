package org.exitrace.benchmarks;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parsers of traces as one writes them in an hour. They understand less than ours. */
final class NaiveParsers {

    private static final Pattern LINE = Pattern.compile(
            "\\s*(.+?)-(\\d+)\\s+\\[(\\d+)]\\s+(?:\\S+\\s+)?(\\d+)\\.(\\d+): (\\w+):\\s+(.*)");
    private static final Pattern EXIT = Pattern.compile("(?:vcpu (\\d+) )?reason (\\S+)"
            + " rip 0x([0-9a-f]+) (?:info1 0x([0-9a-f]+) info2 0x([0-9a-f]+) intr_info"
            + " 0x([0-9a-f]+) error_code 0x([0-9a-f]+)(?: requests 0x([0-9a-f]+))?"
            + "|info ([0-9a-f]+) ([0-9a-f]+))");
    private static final Pattern ENTRY = Pattern.compile("vcpu (\\d+), rip 0x([0-9a-f]+)"
            + "(?: intr_info 0x([0-9a-f]+) error_code 0x([0-9a-f]+))?");
    private static final Pattern MSR = Pattern.compile("msr_(\\w+) ([0-9a-f]+) = 0x([0-9a-f]+)");

    private NaiveParsers() {
    }

    /** One expression for the columns and one for each body. */
    static long match(byte[] bytes) {
        return each(bytes, line -> {
            Matcher columns = LINE.matcher(line);
            if (!columns.matches()) {
                return false;
            }
            Pattern body = switch (columns.group(6)) {
                case "kvm_exit" -> EXIT;
                case "kvm_entry" -> ENTRY;
                default -> MSR;
            };
            Matcher fields = body.matcher(columns.group(7));
            long sum = Long.parseLong(columns.group(4)) + Long.parseLong(columns.group(5));
            return fields.matches() && sum + Long.parseUnsignedLong(fields.group(3) == null
                    ? "0" : fields.group(3), 16) != 1;
        });
    }

    /** Words between blanks; a word is the name of the one behind it. */
    static long split(byte[] bytes) {
        return each(bytes, line -> {
            int colon = line.indexOf(": ");
            String[] columns = line.substring(0, colon).trim().split("\\s+");
            String[] words = line.substring(colon + 2).trim().split("[ ,=:]+");
            Map<String, String> fields = new HashMap<>();
            for (int i = 1; i + 1 < words.length; i += 2) {
                fields.put(words[i], words[i + 1]);
            }
            String[] time = columns[columns.length - 1].split("\\.");
            return Long.parseLong(time[0]) + Long.parseLong(time[1]) + fields.size() > 0;
        });
    }

    private static long each(byte[] bytes, Predicate<String> parser) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1))) {
            long understood = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                understood += parser.test(line) ? 1 : 0;
            }
            return understood;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
