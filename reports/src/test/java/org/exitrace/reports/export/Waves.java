package org.exitrace.reports.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small reader of value change dumps, written from the standard's syntax and not from the writer.
 */
final class Waves {

    /** Kind of each signal by its full name, scopes parted by a bar. */
    final Map<String, String> kinds = new LinkedHashMap<>();
    /** All values of each signal in turn, decoded. */
    final Map<String, List<String>> values = new LinkedHashMap<>();
    final List<Long> times = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> scopes = new ArrayList<>();

    Waves(String text) {
        String[] lines = text.split("\n", -1);
        if (!lines[lines.length - 1].isEmpty()) {
            throw new IllegalArgumentException("the last line has no end");
        }
        boolean declares = true;
        for (int i = 0; i < lines.length - 1; i++) {
            String[] words = lines[i].split("\\s+", -1);
            if (declares && lines[i].startsWith("$")) {
                declares = declare(words);
            } else {
                value(words);
            }
        }
    }

    private boolean declare(String[] words) {
        check(words[words.length - 1].equals("$end"), words);
        switch (words[0]) {
            case "$scope" -> {
                check(words.length == 4 && words[1].equals("module"), words);
                scopes.add(plain(words[2]));
            }
            case "$upscope" -> scopes.remove(scopes.size() - 1);
            case "$var" -> {
                check(words.length == 6, words);
                String name = String.join("|", scopes) + "|" + plain(words[4]);
                check(names.put(words[3], name) == null, words);
                check(kinds.put(name, words[1] + " " + words[2]) == null, words);
                values.put(name, new ArrayList<>());
            }
            case "$comment", "$timescale" -> check(words.length > 2, words);
            default -> check(words[0].equals("$enddefinitions") && scopes.isEmpty(), words);
        }
        return !words[0].equals("$enddefinitions");
    }

    private void value(String[] words) {
        String first = words[0];
        if (first.equals("$dumpvars") || first.equals("$end")) {
            return;
        }
        if (first.startsWith("#")) {
            times.add(Long.parseLong(first.substring(1)));
        } else if (first.startsWith("b") || first.startsWith("s")) {
            check(words.length == 2, words);
            values.get(names.get(words[1])).add(plain(first.substring(1)));
        } else {
            check(first.matches("[01].+") && words.length == 1, words);
            values.get(names.get(first.substring(1))).add(first.substring(0, 1));
        }
    }

    private static String plain(String word) {
        Matcher octal = Pattern.compile("\\\\([0-7]{3})").matcher(word);
        return new String(octal.replaceAll(found -> Matcher.quoteReplacement(Character.toString(
                Integer.parseInt(found.group(1), 8)))).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }

    private static void check(boolean holds, String... words) {
        if (!holds) {
            throw new IllegalArgumentException("not a line of a dump: " + String.join(" ", words));
        }
    }
}
