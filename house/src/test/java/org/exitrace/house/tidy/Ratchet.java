package org.exitrace.house.tidy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tolerated exceptions: path, measure and allowed value, one to a line. They only shrink. */
final class Ratchet {
    private final Map<String, Integer> allowed = new TreeMap<>();

    Ratchet(String text) {
        text.lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::add);
    }

    static Ratchet ofTheHouse() {
        try (InputStream in = Ratchet.class.getResourceAsStream("ratchet.txt")) {
            return new Ratchet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with these files, and with the exceptions made for them. */
    List<String> judge(List<JavaText> files) {
        List<String> complaints = new ArrayList<>();
        Map<String, Integer> unused = new TreeMap<>(allowed);
        for (JavaText file : files) {
            for (Measure measure : Measure.values()) {
                Integer exception = unused.remove(key(file.name, measure.key));
                judge(file, measure, exception, complaints);
            }
        }
        unused.keySet().forEach(key -> complaints.add(
                key + " in ratchet.txt names no file or measure that exists: delete the line"));
        return complaints;
    }

    private static void judge(
            JavaText file, Measure measure, Integer exception, List<String> complaints) {
        Measure.Reading reading = measure.of(file);
        int value = reading.value();
        int most = exception == null ? measure.limit : exception;
        String found = "%s:%d: %s is %d".formatted(
                file.name, reading.line(), measure.key, value);
        if (value > most) {
            complaints.add("%s, at most %d: %s".formatted(found, most, measure.remedy));
        } else if (exception != null && value <= measure.limit) {
            complaints.add(found + " and needs no exception: delete its line in ratchet.txt");
        } else if (exception != null && value < exception) {
            complaints.add("%s: lower its line in ratchet.txt from %d".formatted(found, exception));
        }
    }

    private void add(String line) {
        String[] words = line.split("\\s+");
        if (words.length != 3) {
            throw new IllegalArgumentException("not 'path measure value': " + line);
        }
        allowed.put(key(words[0], words[1]), Integer.valueOf(words[2]));
    }

    private static String key(String path, String measure) {
        return path + " " + measure;
    }
}
